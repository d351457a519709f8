// Switches between coroutines of a ring. Each has the same five parts:
//   swap      continues `to`; comes back when something continues `from`
//   prepare   makes the first swap to a coroutine call begin(coroutine)
//   Here      what a coroutine holds while it runs; here.yield() lets the next of the ring run
// Figure numbers are those of "Stackful Coroutine Made Fast".
#pragma once

#include "coroutine.hpp"
#include "full.hpp"
#include "registers.hpp"

namespace ours {

inline std::uint64_t *pushed(char *top, int words)
{
    auto *lowest = reinterpret_cast<std::uint64_t *>(top) - words;
    for (int i = 0; i < words; i++) {
        lowest[i] = 0;
    }
    return lowest;
}

// Chooses who runs next, as in Fig. 11. False if there is no other.
OURS_INLINE bool advance(Coroutine *&from, Coroutine *&to)
{
    from = current;
    to = from->next;
    if (from == to) {
        return false;
    }
    current = to;
    from->state = State::READY;
    to->state = State::RUNNING;
    return true;
}

// The full switch, called from a scheduler's function that is called from the coroutine.
template <auto switch_by> struct FullBy {
    struct Here {
        Coroutine *self;
        void yield() { FullBy::yield(); }
    };

    static void swap(Coroutine *from, Coroutine *to)
    {
        switch_by(&from->sp, to->sp, reinterpret_cast<std::uint64_t>(to));
    }

    static void prepare(Coroutine &coroutine, char *top, Begin begin)
    {
        coroutine.sp = full_context(top, begin);
    }

    [[gnu::noinline]] static void yield()
    {
        Coroutine *from, *to;
        if (advance(from, to)) {
            swap(from, to);
        }
    }
};

using Full = FullBy<ours_full_switch>;
using FullRet = FullBy<ours_full_switch_ret>;

// Continues `to` and answers, when `from` is continued in its turn, `from`: each finds itself in
// the register by which it was named. What Fig. 7 pushes is kept in the coroutine instead, so that
// no word is written below the stack pointer, where the compiler may have put something.
OURS_INLINE Coroutine *cacs(Coroutine *from, Coroutine *to)
{
#if defined(__x86_64__)
    __asm__ volatile("lea 1f(%%rip), %%rax\n\t"
                     "mov %%rax, " OURS_IP "(%%rsi)\n\t"
                     "mov %%rsp, " OURS_SP "(%%rsi)\n\t"
                     "mov %%rbp, " OURS_BP "(%%rsi)\n\t"
                     "mov " OURS_SP "(%%rdi), %%rsp\n\t"
                     "jmp *" OURS_IP "(%%rdi)\n"
                     "1:\n\t"
                     "mov " OURS_BP "(%%rdi), %%rbp"
                     : "+D"(to), "+S"(from)
                     :
                     : "rax", "rdx", OURS_LOST);
#else
    register Coroutine *next __asm__("x0") = to;
    register Coroutine *here __asm__("x1") = from;
    __asm__ volatile("stp x19, x29, [sp, #-16]!\n\t"
                     "adr x2, 1f\n\t"
                     "mov x3, sp\n\t"
                     "stp x2, x3, [x1]\n\t"
                     "ldp x2, x3, [x0]\n\t"
                     "mov sp, x3\n\t"
                     "br x2\n"
                     "1:\n\t"
                     "ldp x19, x29, [sp], #16"
                     : "+r"(next), "+r"(here)
                     :
                     : "x2", "x3", OURS_LOST);
    to = next;
#endif
    return to;
}

inline void prepare_cacs(Coroutine &coroutine, char *top, Begin begin)
{
#if defined(__x86_64__)
    coroutine.sp = pushed(top, 1); // a return address that is none
#else
    coroutine.sp = top;
#endif
    coroutine.ip = reinterpret_cast<void *>(begin);
}

// Context-aware: scheduler and switch are part of the coroutine's own code.
struct Cacs {
    struct Here {
        Coroutine *self;
        OURS_INLINE void yield() { Cacs::yield(); }
    };

    static void swap(Coroutine *from, Coroutine *to) { cacs(from, to); }

    static void prepare(Coroutine &coroutine, char *top, Begin begin)
    {
        prepare_cacs(coroutine, top, begin);
    }

    OURS_INLINE static void yield()
    {
        Coroutine *from, *to;
        if (advance(from, to)) {
            cacs(from, to);
        }
    }
};

// The same switch in a function out of line. It has to keep six registers for its callers, whatever
// these need, so that what the switch no longer costs is paid here (3.3).
struct CacsCall : Cacs {
    struct Here {
        Coroutine *self;
        void yield() { CacsCall::yield(); }
    };

    [[gnu::noinline]] static void yield() { Cacs::yield(); }
};

// Context-aware, where each coroutine also gets itself in a register when it is continued. No global
// says who runs, so that the next switch need not wait until that was stored and loaded again, and
// no state is kept: who is in the ring is ready.
struct CacsSelf {
    struct Here {
        Coroutine *self;

        OURS_INLINE void yield()
        {
            Coroutine *to = self->next;
            if (to != self) {
                self = cacs(self, to);
            }
        }
    };

    static void swap(Coroutine *from, Coroutine *to) { cacs(from, to); }

    static void prepare(Coroutine &coroutine, char *top, Begin begin)
    {
        prepare_cacs(coroutine, top, begin);
    }
};

} // namespace ours
