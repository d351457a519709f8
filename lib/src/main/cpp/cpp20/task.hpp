// A coroutine that another one awaits, or that begins a strand.
#pragma once

#include <coroutine>
#include <exception>
#include <utility>

#include "strands.hpp"

namespace cpp20 {

// `Way` says how control passes (strands.hpp), `Frames` where its memory is from (frames.hpp).
template <class Way, class Frames> class Task {
  public:
    class promise_type;
    using Handle = std::coroutine_handle<promise_type>;

    Task(Task &&other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
    Task &operator=(Task &&) = delete;

    ~Task()
    {
        if (handle_) {
            handle_.destroy();
        }
    }

    std::coroutine_handle<> handle() const { return handle_; }

    bool await_ready() const noexcept { return false; }

    auto await_suspend(std::coroutine_handle<> awaiting) const noexcept
    {
        handle_.promise().awaiting_ = awaiting;
        return Way::go_to(handle_);
    }

    void await_resume() const
    {
        if (handle_.promise().failure_) {
            std::rethrow_exception(handle_.promise().failure_);
        }
    }

  private:
    explicit Task(Handle handle) : handle_(handle) {}

    Handle handle_;
};

template <class Way, class Frames> class Task<Way, Frames>::promise_type : public Frames {
  public:
    Task get_return_object() { return Task(Handle::from_promise(*this)); }
    std::suspend_always initial_suspend() const noexcept { return {}; }

    auto final_suspend() const noexcept { return GoOn{}; }

    void return_void() const noexcept {}

    void unhandled_exception()
    {
        if (!awaiting_) {
            std::terminate(); // nobody is there to take it
        }
        failure_ = std::current_exception();
    }

  private:
    friend class Task;

    // Goes on in whoever awaits this one; a strand whose first task ends leaves the ring.
    struct GoOn {
        bool await_ready() const noexcept { return false; }
        auto await_suspend(Handle ended) const noexcept
        {
            if (ended.promise().awaiting_) {
                return Way::go_to(ended.promise().awaiting_);
            }
            Ring::leave();
            return Way::go_to_current();
        }
        void await_resume() const noexcept {}
    };

    std::coroutine_handle<> awaiting_;
    std::exception_ptr failure_;
};

} // namespace cpp20
