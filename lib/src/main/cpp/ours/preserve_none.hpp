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

#define OURS_TAIL_SWITCH(last_step)                                                               \
    __asm__ volatile("push %%rbp\n\t"                                                             \
                     "mov %%rsp, " OURS_SP "(%0)\n\t"                                             \
                     "mov " OURS_SP "(%%rdi), %%rsp\n\t"                                          \
                     "pop %%rbp\n\t" last_step                                                    \
                     :                                                                            \
                     : "r"(from), "D"(to)                                                         \
                     : "memory")

// Ends a function that keeps nothing on its stack: whoever continues `from` returns to its caller,
// by a jump or by a return (full.hpp tells what is better when).
template <bool returns> OURS_INLINE void switch_as_tail(Coroutine *from, Coroutine *to)
{
    if constexpr (returns) {
        OURS_TAIL_SWITCH("ret");
    } else {
        OURS_TAIL_SWITCH("pop %%rcx\n\tjmp *%%rcx");
    }
    __builtin_unreachable();
}

inline void prepare_tail(Coroutine &coroutine, char *top, Begin begin)
{
    std::uint64_t *words = pushed(top, 3); // rbp, begin, and a return address that is none
    words[1] = reinterpret_cast<std::uint64_t>(begin);
    coroutine.sp = words;
}

template <bool returns> struct PreserveNoneBy {
    struct Here {
        Coroutine *self;
        OURS_INLINE void yield() { PreserveNoneBy::yield(); }
    };

    [[gnu::noinline]] __attribute__((preserve_none)) static void yield()
    {
        Coroutine *from, *to;
        if (advance(from, to)) {
            switch_as_tail<returns>(from, to);
        }
    }

    [[gnu::noinline]] __attribute__((preserve_none)) static void swap(Coroutine *from,
                                                                      Coroutine *to)
    {
        switch_as_tail<true>(from, to);
    }

    static void prepare(Coroutine &coroutine, char *top, Begin begin)
    {
        prepare_tail(coroutine, top, begin);
    }
};

using PreserveNone = PreserveNoneBy<false>;
using PreserveNoneRet = PreserveNoneBy<true>;

} // namespace ours
