// Concurrent strands of coroutines that take turns, and the two ways in which control passes from
// one coroutine to another.
//
// A strand is what a stackful coroutine is as a whole: a task, the coroutine it awaits, the one
// which that awaits, and so on. Only the innermost of them, its leaf, can be resumed.
#pragma once

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace cpp20 {

struct Strand {
    std::coroutine_handle<> leaf;
    Strand *next = nullptr;
    Strand *previous = nullptr;
};

// Strands that are ready, in a ring; `current` is the one whose turn it is. A program has one at a
// time, so that coroutines need not be told of it.
struct Ring {
    static constinit inline Strand *current = nullptr; // null: all have ended, or one paused
    static constinit inline Strand *paused = nullptr;
    static constinit inline std::uint64_t schedulerRuns = 0;

    static void take_turns(std::coroutine_handle<> leaf)
    {
        current->leaf = leaf;
        current = current->next;
    }

    static void pause(std::coroutine_handle<> leaf)
    {
        take_turns(leaf);
        paused = current;
        current = nullptr;
    }

    static void leave()
    {
        Strand *ended = current;
        ended->previous->next = ended->next;
        ended->next->previous = ended->previous;
        current = ended->next == ended ? nullptr : ended->next;
    }
};

enum class Counting { OFF, ON };

// Whenever a coroutine awaits or ends, control returns to the scheduler, which resumes the next:
// the paper's C++20. What a way's functions return is for await_suspend to return.
template <Counting counting> struct ByScheduler {
    static void go_to(std::coroutine_handle<> leaf) { Ring::current->leaf = leaf; }

    static void go_to_current() {}

    static void run()
    {
        while (Ring::current != nullptr) {
            if constexpr (counting == Counting::ON) {
                Ring::schedulerRuns++;
            }
            Ring::current->leaf.resume();
        }
    }
};

// Symmetric transfer: each coroutine jumps to the next; only a yield asks the scheduler.
template <Counting counting> struct Symmetric {
    static std::coroutine_handle<> go_to(std::coroutine_handle<> leaf) { return leaf; }

    static std::coroutine_handle<> go_to_current()
    {
        if constexpr (counting == Counting::ON) {
            Ring::schedulerRuns++;
        }
        return Ring::current == nullptr ? std::noop_coroutine() : Ring::current->leaf;
    }

    static void run() { Ring::current->leaf.resume(); }
};

// Awaited, it lets all others have their turns.
template <class Way> struct Yield {
    bool await_ready() const noexcept { return false; }
    auto await_suspend(std::coroutine_handle<> leaf) const noexcept
    {
        Ring::take_turns(leaf);
        return Way::go_to_current();
    }
    void await_resume() const noexcept {}
};

// Awaited, it makes run or go_on return.
template <class Way> struct Pause {
    bool await_ready() const noexcept { return false; }
    auto await_suspend(std::coroutine_handle<> leaf) const noexcept
    {
        Ring::pause(leaf);
        return Way::go_to_current();
    }
    void await_resume() const noexcept {}
};

// Begins strands at the given coroutines and runs them until all have ended or one pauses.
template <class Way> class Strands {
  public:
    explicit Strands(std::size_t count) : strands_(count) {}

    std::size_t count() const { return strands_.size(); }

    template <class Tasks> void run(const Tasks &tasks)
    {
        for (std::size_t i = 0; i < count(); i++) {
            strands_[i] = {tasks[i].handle(), &strands_[(i + 1) % count()],
                           &strands_[(i + count() - 1) % count()]};
        }
        Ring::current = &strands_[0];
        Way::run();
    }

    void go_on()
    {
        Ring::current = Ring::paused;
        Way::run();
    }

  private:
    std::vector<Strand> strands_;
};

} // namespace cpp20
