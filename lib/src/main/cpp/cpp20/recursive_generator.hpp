// A generator that can hand over to another, `co_yield elements_of(other)`, written from the
// specification of C++23's std::generator (P2502), which our compilers' libraries do not have yet.
//
// A chain of generators within generators is resumed at its innermost: the outermost one, the
// root, knows it, and each knows the one that handed over to it. So an item goes straight to the
// consumer, however deep it was yielded.
#pragma once

#include <coroutine>
#include <cstdint>
#include <exception>
#include <iterator>
#include <utility>

namespace cpp20 {

class RecursiveGenerator;

// Marks a generator all of whose items are to be yielded in place of it.
struct ElementsOf {
    RecursiveGenerator &&of;
};

class RecursiveGenerator {
  public:
    class promise_type;
    using Handle = std::coroutine_handle<promise_type>;

    RecursiveGenerator(RecursiveGenerator &&other) noexcept
        : handle_(std::exchange(other.handle_, nullptr))
    {
    }
    RecursiveGenerator &operator=(RecursiveGenerator &&) = delete;
    ~RecursiveGenerator();

    class Iterator;
    Iterator begin();
    std::default_sentinel_t end() const { return {}; }

  private:
    class HandOver;

    explicit RecursiveGenerator(Handle handle) : handle_(handle) {}

    Handle handle_;
};

inline ElementsOf elements_of(RecursiveGenerator &&of) { return {std::move(of)}; }

// Runs a generator to its end from within another.
class RecursiveGenerator::HandOver {
  public:
    explicit HandOver(RecursiveGenerator &&to) : to_(std::move(to)) {}

    bool await_ready() const noexcept { return false; }
    Handle await_suspend(Handle from) noexcept;
    void await_resume() const;

  private:
    RecursiveGenerator to_;
};

class RecursiveGenerator::promise_type {
  public:
    promise_type() : innermost_(Handle::from_promise(*this)) {}

    RecursiveGenerator get_return_object()
    {
        return RecursiveGenerator(Handle::from_promise(*this));
    }

    std::suspend_always initial_suspend() const noexcept { return {}; }

    std::suspend_always yield_value(std::uint64_t yielded) noexcept
    {
        root_->value_ = yielded;
        return {};
    }

    HandOver yield_value(ElementsOf elements) noexcept { return HandOver(std::move(elements.of)); }

    // Goes on in whoever handed over to this one; the root goes back to its consumer.
    auto final_suspend() const noexcept
    {
        struct GoOn {
            bool await_ready() const noexcept { return false; }
            std::coroutine_handle<> await_suspend(Handle ended) const noexcept
            {
                promise_type &promise = ended.promise();
                if (promise.outer_ == nullptr) {
                    return std::noop_coroutine();
                }
                promise.root_->innermost_ = promise.outer_;
                return promise.outer_;
            }
            void await_resume() const noexcept {}
        };
        return GoOn{};
    }

    void return_void() const noexcept {}

    // The root's goes out of resume, to the consumer; another's waits for who handed over to it.
    void unhandled_exception()
    {
        if (outer_ == nullptr) {
            throw;
        }
        failure_ = std::current_exception();
    }

    std::uint64_t value() const { return value_; }
    void resume() { innermost_.resume(); }

  private:
    friend class HandOver;

    promise_type *root_ = this;
    Handle innermost_; // of the root only
    Handle outer_ = nullptr;
    std::uint64_t value_ = 0; // of the root only
    std::exception_ptr failure_;
};

inline RecursiveGenerator::~RecursiveGenerator()
{
    if (handle_) {
        handle_.destroy(); // with its frame goes the HandOver that owns what is within it
    }
}

inline RecursiveGenerator::Handle RecursiveGenerator::HandOver::await_suspend(Handle from) noexcept
{
    promise_type &inner = to_.handle_.promise();
    inner.outer_ = from;
    inner.root_ = from.promise().root_;
    inner.root_->innermost_ = to_.handle_;
    return to_.handle_;
}

inline void RecursiveGenerator::HandOver::await_resume() const
{
    const std::exception_ptr &failure = to_.handle_.promise().failure_;
    if (failure) {
        std::rethrow_exception(failure);
    }
}

class RecursiveGenerator::Iterator {
  public:
    explicit Iterator(Handle root) : root_(root) {}
    std::uint64_t operator*() const { return root_.promise().value(); }
    void operator++() { root_.promise().resume(); }
    bool operator!=(std::default_sentinel_t) const { return !root_.done(); }

  private:
    Handle root_;
};

inline RecursiveGenerator::Iterator RecursiveGenerator::begin()
{
    handle_.resume();
    return Iterator(handle_);
}

} // namespace cpp20
