// Where the frames of coroutines come from: promises inherit one of these.
#pragma once

#include <array>
#include <cstddef>
#include <new>

namespace cpp20 {

// As the language does by itself: each frame is of the general heap.
struct HeapFrames {};

// Keeps freed frames for the next of about the same size, as one thread may. It takes a few
// instructions where the heap takes tens. They stay for later even when all are free.
class PooledFrames {
  public:
    static void *operator new(std::size_t bytes)
    {
        std::size_t size = size_class(bytes);
        if (size >= free_.size()) {
            return ::operator new(bytes);
        }
        Free *first = free_[size];
        if (first == nullptr) {
            return ::operator new(size * STEP);
        }
        free_[size] = first->next;
        return first;
    }

    static void operator delete(void *frame, std::size_t bytes)
    {
        std::size_t size = size_class(bytes);
        if (size >= free_.size()) {
            ::operator delete(frame);
            return;
        }
        free_[size] = new (frame) Free{free_[size]};
    }

  private:
    struct Free {
        Free *next;
    };

    static constexpr std::size_t STEP = 32;

    static std::size_t size_class(std::size_t bytes) { return (bytes + STEP - 1) / STEP; }

    static constinit inline std::array<Free *, 32> free_{};
};

} // namespace cpp20
