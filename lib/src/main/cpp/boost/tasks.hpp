// Tasks that take turns, over Boost.Context's make_fcontext and jump_fcontext: a ring of them, of
// which each switches to the next.
#pragma once

#include <boost/context/detail/fcontext.hpp>
#include <cstdint>
#include <random>
#include <vector>

#include "stack.hpp"

namespace fcontext {

namespace detail = boost::context::detail;

class Tasks;

struct Task {
    Tasks *of = nullptr;
    detail::fcontext_t at = nullptr; // where it continues, while another runs
    Task *next = nullptr;
    Task *previous = nullptr;
    std::size_t index = 0;
};

enum class Tops { EQUAL, RANDOM };

class Tasks {
  public:
    Tasks(std::size_t count, std::uint64_t seed, Tops tops) : tasks_(count)
    {
        std::mt19937_64 random(seed);
        stacks_.reserve(count);
        for (std::size_t i = 0; i < count; i++) {
            std::size_t lower = random() % Stack::MOST_SHIFTED_BYTES / 16 * 16;
            stacks_.emplace_back(stack_bytes(count), tops == Tops::RANDOM ? lower : 0);
        }
    }

    std::size_t count() const { return tasks_.size(); }

    // Calls body(index) in each, until all have ended or one pauses. The body throws nothing.
    template <class Body> void run(Body &body)
    {
        body_ = &body;
        for (std::size_t i = 0; i < count(); i++) {
            Task &task = tasks_[i];
            task.of = this;
            task.at = detail::make_fcontext(stacks_[i].top(), stacks_[i].bytes(), begin<Body>);
            task.next = &tasks_[(i + 1) % count()];
            task.previous = &tasks_[(i + count() - 1) % count()];
            task.index = i;
        }
        next_ = &tasks_[0];
        go_on();
    }

    // Continues all after one of them paused.
    void go_on() { jump(home_, *next_); }

    // The next runs, and this one after all others have had their turn.
    void yield()
    {
        Task &self = *current_;
        jump(self, *self.next);
    }

    // Comes back from run or go_on, and here when it is this one's turn again.
    void pause()
    {
        next_ = current_->next;
        jump(*current_, home_);
    }

  private:
    // A hundred thousand of Boost's default size would not fit into small machines.
    static std::size_t stack_bytes(std::size_t count)
    {
        return count <= 1000 ? boost::context::stack_traits::default_size() : 16 * 1024;
    }

    // Who arrives is told whom it comes from, and writes down where that one continues.
    void jump(Task &from, Task &to)
    {
        current_ = &to;
        arrive(detail::jump_fcontext(to.at, &from));
    }

    static void arrive(detail::transfer_t arrived)
    {
        static_cast<Task *>(arrived.data)->at = arrived.fctx;
    }

    // The first function of each stack.
    template <class Body> static void begin(detail::transfer_t arrived)
    {
        arrive(arrived);
        Tasks &tasks = *static_cast<Task *>(arrived.data)->of;
        (*static_cast<Body *>(tasks.body_))(tasks.current_->index);
        tasks.leave();
    }

    [[noreturn]] void leave()
    {
        Task &self = *current_;
        self.previous->next = self.next;
        self.next->previous = self.previous;
        jump(self, self.next == &self ? home_ : *self.next);
        __builtin_unreachable();
    }

    std::vector<Stack> stacks_;
    std::vector<Task> tasks_;
    Task home_{.of = this}; // whoever called run
    Task *current_ = &home_;
    Task *next_ = nullptr;
    void *body_ = nullptr;
};

} // namespace fcontext
