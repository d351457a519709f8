// Generators whose switches are context-aware: three instructions there, three back (Fig. 10).
// What the two sides need of each other travels in registers; `Way` says by what they switch: their
// stack pointers (own_stack.hpp) or, on one stack, their frame pointers (in_stack.hpp).
//
// A generator's body is a callable taking `Out<Way> &`, through which it yields. It ends by
// returning or by an exception, which the consumer gets from start or resume. If the consumer
// destroys it before, `Abandoned` is thrown where it last yielded, so that its destructors run.
#pragma once

#include <cstdint>
#include <exception>
#include <memory>

#include "registers.hpp"

namespace ours {

struct Abandoned {};

// Where the other side is: its stack or frame pointer, and where its code continues.
struct Place {
    void *frame;
    void *ip;
};

template <class Way> class Out {
  public:
    explicit Out(Place consumer) : consumer_(consumer) {}

    OURS_INLINE void yield(std::uint64_t value) { Way::yield(consumer_, value); }

    Place consumer() const { return consumer_; }

  private:
    Place consumer_;
};

// Runs the body to its end. Answers what it failed with, for the consumer to take; null if nothing.
template <class Way, class Body>
OURS_INLINE std::exception_ptr *run_body(Out<Way> &out, Body &body)
{
    try {
        body(out);
    } catch (const Abandoned &) {
    } catch (...) {
        return new std::exception_ptr(std::current_exception());
    }
    return nullptr;
}

template <class Way, class Body> class Generator {
  public:
    // Runs the body up to its first yield. The body must outlive the generator.
    OURS_INLINE Generator(typename Way::Room room, Body &body)
    {
        value_ = Way::start(at_, room, body);
        check();
    }

    Generator(const Generator &) = delete;
    Generator &operator=(const Generator &) = delete;

    OURS_INLINE ~Generator()
    {
        if (at_.ip != nullptr) [[unlikely]] {
            at_.ip = static_cast<char *>(at_.ip) - Way::ABANDON_BYTES;
            value_ = Way::resume(at_);
            if (at_.ip != nullptr) { // yields while it should end
                std::terminate();
            }
            delete reinterpret_cast<std::exception_ptr *>(value_);
        }
    }

    // Whether there is a value.
    OURS_INLINE explicit operator bool() const { return at_.ip != nullptr; }

    OURS_INLINE std::uint64_t value() const { return value_; }

    OURS_INLINE void resume()
    {
        value_ = Way::resume(at_);
        check();
    }

  private:
    OURS_INLINE void check()
    {
        if (at_.ip == nullptr && value_ != 0) [[unlikely]] {
            fail(value_);
        }
    }

    [[noreturn, gnu::noinline, gnu::cold]] static void fail(std::uint64_t failure)
    {
        std::unique_ptr<std::exception_ptr> taken(reinterpret_cast<std::exception_ptr *>(failure));
        std::rethrow_exception(*taken);
    }

    Place at_{};
    std::uint64_t value_;
};

} // namespace ours
