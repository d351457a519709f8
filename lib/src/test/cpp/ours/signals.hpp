// Signals that arrive after every single instruction, and so within every switch: the processor's
// trap flag makes one of each step.
#pragma once

#include <csignal>
#include <cstring>

#include "check.hpp"

#if defined(__x86_64__)

namespace test {

inline volatile std::sig_atomic_t traps;

// Overwrites what lies below the stack pointer, as any handler may.
inline void on_trap(int)
{
    volatile char below[512];
    std::memset(const_cast<char *>(below), 0xa5, sizeof below);
    traps = traps + 1;
}

// Runs `work` step by step and answers how many steps it had.
template <class Work> long stepped(Work work)
{
    struct sigaction trap = {};
    trap.sa_handler = on_trap;
    sigaction(SIGTRAP, &trap, nullptr);
    traps = 0;
    __asm__ volatile("pushf\n\torl $0x100, (%%rsp)\n\tpopf" : : : "memory", "cc");
    work();
    __asm__ volatile("pushf\n\tandl $~0x100, (%%rsp)\n\tpopf" : : : "memory", "cc");
    return traps;
}

} // namespace test

#endif
