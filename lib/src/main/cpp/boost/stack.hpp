// Memory for a coroutine's stack, as Boost's own classes allocate it.
#pragma once

#include <boost/context/fixedsize_stack.hpp>
#include <cstddef>

namespace fcontext {

// All stacks that Boost allocates by default are as far from each other as their size, a multiple
// of a page, so that their tops share a few sets of the cache. A shift moves one's top.
class Stack {
  public:
    static constexpr std::size_t MOST_SHIFTED_BYTES = 4096;

    explicit Stack(std::size_t bytes = boost::context::stack_traits::default_size(),
                   std::size_t shiftBytes = 0)
        : memory_(boost::context::fixedsize_stack(bytes).allocate()), shiftBytes_(shiftBytes)
    {
    }

    Stack(Stack &&other) noexcept : memory_(other.memory_), shiftBytes_(other.shiftBytes_)
    {
        other.memory_.sp = nullptr;
    }

    Stack &operator=(Stack &&) = delete;

    ~Stack()
    {
        if (memory_.sp != nullptr) {
            boost::context::fixedsize_stack(memory_.size).deallocate(memory_);
        }
    }

    void *top() const { return static_cast<char *>(memory_.sp) - shiftBytes_; }

    std::size_t bytes() const { return memory_.size - shiftBytes_; }

  private:
    boost::context::stack_context memory_;
    std::size_t shiftBytes_;
};

} // namespace fcontext
