// What a symmetric coroutine is to its switch and to its scheduler: a block at the top of its
// stack, linked into a ring with all others that are ready.
#pragma once

#include <cstddef>
#include <cstdint>

namespace ours {

enum class State : std::uint32_t { READY, RUNNING };

struct Coroutine {
    void *ip;        // where to continue, for switches that do not keep it on the stack
    void *sp;        // its stack pointer while another runs
    Coroutine *next; // in the ring
    State state;
    void *bp; // its frame pointer, likewise
    Coroutine *previous;
    void *tasks; // what it was created by, for its first step
    std::size_t index;
};

// Runs in a new coroutine, which it is given as a number, and does not return.
using Begin = void (*)(std::uint64_t coroutine);

// Offsets that assembly uses.
#define OURS_IP "0"
#define OURS_SP "8"
#define OURS_BP "32"
static_assert(offsetof(Coroutine, ip) == 0 && offsetof(Coroutine, sp) == 8 &&
              offsetof(Coroutine, next) == 16 && offsetof(Coroutine, state) == 24 &&
              offsetof(Coroutine, bp) == 32);

// Who runs now. One thread has all coroutines of these programs. Assembly knows it by its C name.
[[gnu::used]] inline constinit Coroutine *current __asm__("ours_current") = nullptr;

} // namespace ours
