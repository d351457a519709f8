// Stacks for many coroutines, cut from one mapping: a mapping each would meet the kernel's limit
// of 65530 (vm.max_map_count) long before 100 000 coroutines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <stdexcept>
#include <sys/mman.h>
#include <vector>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#endif

namespace ours {

// How stacks lie. `spacing` is from one to the next in bytes, a multiple of 16.
struct Layout {
    std::size_t spacing;
    bool guarded;          // has the lowest page of each unmapped, if the kernel's limit allows
    std::size_t randomBytes; // each begins a random number of bytes, less than this, lower
};

constexpr std::size_t PAGE = 4096;

// All tops have the same address in every cache: what pools of stacks usually look like.
constexpr Layout ALIGNED = {64 * 1024, true, 0};
constexpr Layout ALIGNED_RANDOM = {64 * 1024, true, PAGE};
// One cache line of tops holds four of these; they spread over all sets by themselves.
constexpr Layout SMALL = {PAGE + 16, false, 0};
constexpr Layout SMALL_RANDOM = {PAGE + 16, false, 1024};

class Stacks {
  public:
    Stacks(std::size_t count, Layout layout, std::uint64_t seed)
        : layout_(layout), bytes_((count * layout.spacing + PAGE - 1) / PAGE * PAGE)
    {
        void *mapped = mmap(nullptr, bytes_, PROT_READ | PROT_WRITE,
                            MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (mapped == MAP_FAILED) {
            throw std::runtime_error("mmap gave no memory for the stacks; take fewer coroutines");
        }
        lowest_ = static_cast<char *>(mapped);
        // A huge page a stack would take 2 MiB of memory for each.
        madvise(mapped, bytes_, MADV_NOHUGEPAGE);
        guarded_ = layout.guarded && count <= MOST_GUARDED;
        std::mt19937_64 random(seed);
        for (std::size_t i = 0; i < count; i++) {
            char *low = lowest_ + i * layout.spacing;
            if (guarded_ && mprotect(low, PAGE, PROT_NONE) != 0) {
                guarded_ = false;
            }
            std::size_t shift = layout.randomBytes == 0 ? 0 : random() % layout.randomBytes;
            tops_.push_back(low + layout.spacing - shift / 16 * 16);
        }
    }

    Stacks(const Stacks &) = delete;
    Stacks &operator=(const Stacks &) = delete;
    ~Stacks() { munmap(lowest_, bytes_); }

    std::size_t count() const { return tops_.size(); }

    // Whether running over the end of any of them is caught.
    bool guarded() const { return guarded_; }

    // Just above the highest byte of one of them, a multiple of 16.
    char *top(std::size_t which) const
    {
        forget_frames(which);
        return tops_[which];
    }

    char *bottom(std::size_t which) const { return lowest_ + which * layout_.spacing; }

  private:
#if defined(__SANITIZE_ADDRESS__)
    // Who leaves a stack by a switch does not take back what it told the sanitizer.
    void forget_frames(std::size_t which) const
    {
        std::size_t guard = guarded_ ? PAGE : 0;
        __asan_unpoison_memory_region(bottom(which) + guard, layout_.spacing - guard);
    }
#else
    void forget_frames(std::size_t) const {}
#endif

    // A guard makes two mappings of one; the process has others, too.
    static constexpr std::size_t MOST_GUARDED = 30000;

    Layout layout_;
    std::size_t bytes_;
    char *lowest_;
    bool guarded_;
    std::vector<char *> tops_;
};

} // namespace ours
