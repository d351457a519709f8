// A yield whose last act is the switch, so that its own return address is where it is continued
// (3.1), and which keeps no register (3.3). Its callers save what they need, because the call is
// inline assembly: the convention of `preserve_none` for compilers that do not have it.
//
// As of the full switch there are two, one of which ends by a jump and one by a return (full.hpp).
#pragma once

#include "symmetric.hpp"

#if defined(__x86_64__)
__asm__(R"(
    .macro ours_tail_steps
    mov ours_current(%rip), %rsi
    mov 16(%rsi), %rdi
    cmp %rsi, %rdi
    je 1f
    mov %rdi, ours_current(%rip)
    movl $0, 24(%rsi)
    movl $1, 24(%rdi)
    mov %rsp, 8(%rsi)
    mov 8(%rdi), %rsp
    .endm

    .text
    .p2align 6
    .type ours_tail_yield, @function
ours_tail_yield:
    ours_tail_steps
    pop %rax
    jmp *%rax
1:  ret
    .size ours_tail_yield, . - ours_tail_yield

    .p2align 6
    .type ours_tail_yield_ret, @function
ours_tail_yield_ret:
    ours_tail_steps
    ret
1:  ret
    .size ours_tail_yield_ret, . - ours_tail_yield_ret

ours_tail_switch:
    mov %rsp, 8(%rsi)
    mov 8(%rdi), %rsp
    ret
)");
#define OURS_CALL(function) "push %%rbp\n\tcall " function "\n\tpop %%rbp"
#define OURS_LOST_BY_YIELD "rax", "rdx", "rsi", "rdi", OURS_LOST
#else
__asm__(R"(
    .macro ours_tail_steps
    adrp x4, ours_current
    ldr x1, [x4, #:lo12:ours_current]
    ldr x0, [x1, #16]
    cmp x0, x1
    b.eq 1f
    str x0, [x4, #:lo12:ours_current]
    mov w2, #1
    str wzr, [x1, #24]
    str w2, [x0, #24]
    mov x2, sp
    stp x30, x2, [x1]
    ldp x30, x2, [x0]
    mov sp, x2
    .endm

    .text
    .p2align 6
    .type ours_tail_yield, %function
ours_tail_yield:
    ours_tail_steps
    br x30
1:  ret
    .size ours_tail_yield, . - ours_tail_yield

    .p2align 6
    .type ours_tail_yield_ret, %function
ours_tail_yield_ret:
    ours_tail_steps
    ret
1:  ret
    .size ours_tail_yield_ret, . - ours_tail_yield_ret

ours_tail_switch:
    mov x2, sp
    stp x30, x2, [x1]
    ldp x30, x2, [x0]
    mov sp, x2
    ret
)");
#define OURS_CALL(function)                                                                       \
    "stp x19, x29, [sp, #-16]!\n\tbl " function "\n\tldp x19, x29, [sp], #16"
#define OURS_LOST_BY_YIELD "x0", "x1", "x2", "x3", OURS_LOST
#endif

namespace ours {

template <bool returns> struct CacsTailBy {
    struct Here {
        Coroutine *self;
        OURS_INLINE void yield() { CacsTailBy::yield(); }
    };

    OURS_INLINE static void yield()
    {
        if constexpr (returns) {
            __asm__ volatile(OURS_CALL("ours_tail_yield_ret") : : : OURS_LOST_BY_YIELD);
        } else {
            __asm__ volatile(OURS_CALL("ours_tail_yield") : : : OURS_LOST_BY_YIELD);
        }
    }

    static void swap(Coroutine *from, Coroutine *to)
    {
#if defined(__x86_64__)
        __asm__ volatile(OURS_CALL("ours_tail_switch")
                         : "+D"(to), "+S"(from)
                         :
                         : "rax", "rdx", OURS_LOST);
#else
        register Coroutine *next __asm__("x0") = to;
        register Coroutine *here __asm__("x1") = from;
        __asm__ volatile(OURS_CALL("ours_tail_switch")
                         : "+r"(next), "+r"(here)
                         :
                         : "x2", "x3", OURS_LOST);
#endif
    }

    static void prepare(Coroutine &coroutine, char *top, Begin begin)
    {
#if defined(__x86_64__)
        std::uint64_t *words = pushed(top, 2);
        words[0] = reinterpret_cast<std::uint64_t>(begin);
        coroutine.sp = words;
#else
        prepare_cacs(coroutine, top, begin);
#endif
    }
};

using CacsTail = CacsTailBy<false>;
using CacsTailRet = CacsTailBy<true>;

} // namespace ours
