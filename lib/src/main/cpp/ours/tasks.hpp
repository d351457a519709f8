// Tasks that take turns: the scheduler over one of the switches, round robin.
#pragma once

#include <cstring>
#include <exception>
#include <new>
#include <utility>

#include "coroutine.hpp"
#include "stacks.hpp"

namespace ours {

template <class Switch> class Tasks {
  public:
    using Here = typename Switch::Here;

    Tasks(std::size_t count, Layout layout, std::uint64_t seed) : stacks_(count, layout, seed) {}

    std::size_t count() const { return stacks_.count(); }

    const Stacks &stacks() const { return stacks_; }

    // Calls body(here, index) in each, in turn, until all have ended or one pauses. Throws what
    // the first to fail threw, after all have ended.
    template <class Body> void run(Body &body)
    {
        body_ = &body;
        Coroutine *last = nullptr;
        for (std::size_t i = 0; i < count(); i++) {
            last = create(i, last, begin<Body>);
        }
        next_ = last->next;
        go_on();
    }

    // Continues all after one of them paused.
    void go_on()
    {
        current = next_;
        next_->state = State::RUNNING;
        Switch::swap(&home_, next_);
        if (failure_) {
            std::rethrow_exception(std::exchange(failure_, nullptr));
        }
    }

    // Comes back from run or go_on, and here after all others have had their turn again.
    void pause(Here &here)
    {
        next_ = here.self->next;
        Switch::swap(here.self, &home_);
    }

  private:
    // The block lies above its stack; the end of a stack is a multiple of 16.
    Coroutine *create(std::size_t index, Coroutine *last, Begin begin)
    {
        static_assert(sizeof(Coroutine) % 16 == 0);
        char *end = stacks_.top(index) - sizeof(Coroutine);
        auto *made = new (end) Coroutine{};
        made->tasks = this;
        made->index = index;
        made->previous = last == nullptr ? made : last;
        made->next = last == nullptr ? made : last->next;
        made->previous->next = made;
        made->next->previous = made;
        Switch::prepare(*made, end, begin);
        return made;
    }

    template <class Body> static void begin(std::uint64_t coroutine)
    {
        auto *self = reinterpret_cast<Coroutine *>(coroutine);
        auto *tasks = static_cast<Tasks *>(self->tasks);
        try {
            Here here{self};
            (*static_cast<Body *>(tasks->body_))(here, self->index);
        } catch (...) {
            if (!tasks->failure_) {
                tasks->failure_ = std::current_exception();
            }
        }
        tasks->leave(self);
    }

    [[noreturn]] void leave(Coroutine *self)
    {
        Coroutine *next = self->next;
        if (next == self) {
            Switch::swap(self, &home_);
        } else {
            self->previous->next = next;
            next->previous = self->previous;
            next->state = State::RUNNING;
            current = next;
            Switch::swap(self, next);
        }
        __builtin_unreachable();
    }

    Stacks stacks_;
    Coroutine home_{};
    Coroutine *next_ = nullptr;
    void *body_ = nullptr;
    std::exception_ptr failure_;
};

} // namespace ours
