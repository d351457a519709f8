// Generators on stacks of their own by the full switch: the classic asymmetric coroutine, with the
// interface of generator.hpp.
#pragma once

#include "full.hpp"
#include "generator.hpp"

namespace ours {

// What both sides share.
struct FullLink {
    void *consumer;
    void *generator;
    std::unique_ptr<std::exception_ptr> failure;
    void *body;
    bool ended;
};

struct FullStack {
    using Room = char *;
    enum : std::uint64_t { GO_ON, ABANDON };
};

template <> class Out<FullStack> {
  public:
    explicit Out(FullLink &link) : link_(link) {}

    void yield(std::uint64_t value)
    {
        if (ours_full_switch(&link_.generator, link_.consumer, value) == FullStack::ABANDON) {
            throw Abandoned{};
        }
    }

  private:
    FullLink &link_;
};

template <class Body> class Generator<FullStack, Body> {
  public:
    Generator(char *top, Body &body) : link_{}
    {
        link_.body = &body;
        link_.generator = full_context(top, begin);
        go_on(reinterpret_cast<std::uint64_t>(&link_));
    }

    Generator(const Generator &) = delete;
    Generator &operator=(const Generator &) = delete;

    ~Generator()
    {
        if (!link_.ended) {
            value_ = ours_full_switch(&link_.consumer, link_.generator, FullStack::ABANDON);
            if (!link_.ended) { // yields while it should end
                std::terminate();
            }
        }
    }

    explicit operator bool() const { return !link_.ended; }
    std::uint64_t value() const { return value_; }
    void resume() { go_on(FullStack::GO_ON); }

  private:
    void go_on(std::uint64_t command)
    {
        value_ = ours_full_switch(&link_.consumer, link_.generator, command);
        if (link_.failure) [[unlikely]] {
            std::rethrow_exception(*link_.failure);
        }
    }

    static void begin(std::uint64_t link)
    {
        auto &shared = *reinterpret_cast<FullLink *>(link);
        Out<FullStack> out(shared);
        shared.failure.reset(run_body(out, *static_cast<Body *>(shared.body)));
        shared.ended = true;
        ours_full_switch(&shared.generator, shared.consumer, 0);
        __builtin_unreachable();
    }

    FullLink link_;
    std::uint64_t value_ = 0;
};

} // namespace ours
