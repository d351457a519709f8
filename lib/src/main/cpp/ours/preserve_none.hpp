// Yields that preserve no register by the compiler's own convention, as in Fig. 11. Clang since 19
// and GCC since 16 have it. Unlike the paper's, theirs does preserve rbp: two instructions more.
#pragma once

#include "symmetric.hpp"

#if !__has_attribute(preserve_none)
#error "this compiler has no preserve_none; Clang 19 and GCC 16 have it"
#endif
#if !defined(__x86_64__)
#error "preserve_none is used here on x86-64 only"
#endif

namespace ours {

// Ends a function that keeps nothing on its stack: whoever continues `from` returns to its caller.
OURS_INLINE void switch_as_tail(Coroutine *from, Coroutine *to)
{
    __asm__ volatile("push %%rbp\n\t"
                     "mov %%rsp, " OURS_SP "(%0)\n\t"
                     "mov " OURS_SP "(%%rdi), %%rsp\n\t"
                     "pop %%rbp\n\t"
                     "pop %%rcx\n\t"
                     "jmp *%%rcx"
                     :
                     : "r"(from), "D"(to), "a"(to)
                     : "memory");
    __builtin_unreachable();
}

inline void prepare_tail(Coroutine &coroutine, char *top, Begin begin)
{
    std::uint64_t *words = pushed(top, 3); // rbp, begin, and a return address that is none
    words[1] = reinterpret_cast<std::uint64_t>(begin);
    coroutine.sp = words;
}

struct PreserveNone {
    struct Here {
        Coroutine *self;
        OURS_INLINE void yield() { PreserveNone::yield(); }
    };

    [[gnu::noinline]] __attribute__((preserve_none)) static void yield()
    {
        Coroutine *from, *to;
        if (advance(from, to)) {
            switch_as_tail(from, to);
        }
    }

    [[gnu::noinline]] __attribute__((preserve_none)) static void swap(Coroutine *from,
                                                                      Coroutine *to)
    {
        switch_as_tail(from, to);
    }

    static void prepare(Coroutine &coroutine, char *top, Begin begin)
    {
        prepare_tail(coroutine, top, begin);
    }
};

// The same, where the coroutine is handed over in a register, and answered.
struct PreserveNoneSelf {
    struct Here {
        Coroutine *self;
        OURS_INLINE void yield() { self = PreserveNoneSelf::yield(self); }
    };

    [[gnu::noinline]] __attribute__((preserve_none)) static Coroutine *yield(Coroutine *self)
    {
        Coroutine *to = self->next;
        if (to != self) {
            switch_as_tail(self, to);
        }
        return self;
    }

    static void swap(Coroutine *from, Coroutine *to) { PreserveNone::swap(from, to); }

    static void prepare(Coroutine &coroutine, char *top, Begin begin)
    {
        prepare_tail(coroutine, top, begin);
    }
};

} // namespace ours
