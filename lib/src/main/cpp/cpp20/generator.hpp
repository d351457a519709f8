// The generator that everybody writes first with C++20: its consumer resumes it, it yields to its
// consumer. One within another hands each item on, so that an item passes every level.
#pragma once

#include <coroutine>
#include <cstdint>
#include <iterator>
#include <utility>

namespace cpp20 {

class Generator {
  public:
    struct promise_type {
        std::uint64_t value = 0;

        Generator get_return_object() { return Generator(Handle::from_promise(*this)); }
        std::suspend_always initial_suspend() const noexcept { return {}; }
        std::suspend_always final_suspend() const noexcept { return {}; }
        std::suspend_always yield_value(std::uint64_t yielded) noexcept
        {
            value = yielded;
            return {};
        }
        void return_void() const noexcept {}
        void unhandled_exception() { throw; } // out of resume, to the consumer
    };

    Generator(Generator &&other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
    Generator &operator=(Generator &&) = delete;

    ~Generator()
    {
        if (handle_) {
            handle_.destroy();
        }
    }

    class Iterator {
      public:
        explicit Iterator(std::coroutine_handle<promise_type> handle) : handle_(handle) {}
        std::uint64_t operator*() const { return handle_.promise().value; }
        void operator++() { handle_.resume(); }
        bool operator!=(std::default_sentinel_t) const { return !handle_.done(); }

      private:
        std::coroutine_handle<promise_type> handle_;
    };

    Iterator begin()
    {
        handle_.resume();
        return Iterator(handle_);
    }

    std::default_sentinel_t end() const { return {}; }

  private:
    using Handle = std::coroutine_handle<promise_type>;

    explicit Generator(Handle handle) : handle_(handle) {}

    Handle handle_;
};

} // namespace cpp20
