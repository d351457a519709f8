// The classic switch: a function out of line that knows nothing of its callers, and so keeps all
// that the calling convention lets them expect: six registers and both floating-point controls.
#pragma once

#include "coroutine.hpp"
#include "registers.hpp"

// Keeps the context on the stack and its stack pointer in *from, continues `to`, and answers the
// value given by whoever switches back. A new context gets its first value as first argument.
//
// There are two, which differ in their last step. A jump leaves an entry of the processor's return
// predictor unused: it is right for a generator, whose consumer continues elsewhere, but the next
// true return of a coroutine is then mispredicted. A return takes the entry, and predicts well where
// the coroutines run the same code; a stranger's entry costs a misprediction.
extern "C" std::uint64_t ours_full_switch(void **from, void *to, std::uint64_t value);
extern "C" std::uint64_t ours_full_switch_ret(void **from, void *to, std::uint64_t value);

#if defined(__x86_64__)
__asm__(R"(
    .macro ours_full_steps
    push %rbp
    push %rbx
    push %r12
    push %r13
    push %r14
    push %r15
    sub $8, %rsp
    stmxcsr (%rsp)
    fnstcw 4(%rsp)
    mov %rsp, (%rdi)
    mov %rsi, %rsp
    ldmxcsr (%rsp)
    fldcw 4(%rsp)
    add $8, %rsp
    pop %r15
    pop %r14
    pop %r13
    pop %r12
    pop %rbx
    pop %rbp
    mov %rdx, %rax
    mov %rdx, %rdi
    .endm

    .text
    .p2align 6
    .type ours_full_switch, @function
ours_full_switch:
    ours_full_steps
    pop %rcx
    jmp *%rcx
    .size ours_full_switch, . - ours_full_switch

    .p2align 6
    .type ours_full_switch_ret, @function
ours_full_switch_ret:
    ours_full_steps
    ret
    .size ours_full_switch_ret, . - ours_full_switch_ret
)");
#else
__asm__(R"(
    .macro ours_full_steps
    sub sp, sp, #176
    stp x19, x20, [sp]
    stp x21, x22, [sp, #16]
    stp x23, x24, [sp, #32]
    stp x25, x26, [sp, #48]
    stp x27, x28, [sp, #64]
    stp x29, x30, [sp, #80]
    stp d8, d9, [sp, #96]
    stp d10, d11, [sp, #112]
    stp d12, d13, [sp, #128]
    stp d14, d15, [sp, #144]
    mrs x9, fpcr
    str x9, [sp, #160]
    mov x9, sp
    str x9, [x0]
    mov sp, x1
    ldr x9, [sp, #160]
    msr fpcr, x9
    ldp x19, x20, [sp]
    ldp x21, x22, [sp, #16]
    ldp x23, x24, [sp, #32]
    ldp x25, x26, [sp, #48]
    ldp x27, x28, [sp, #64]
    ldp x29, x30, [sp, #80]
    ldp d8, d9, [sp, #96]
    ldp d10, d11, [sp, #112]
    ldp d12, d13, [sp, #128]
    ldp d14, d15, [sp, #144]
    add sp, sp, #176
    mov x0, x2
    .endm

    .text
    .p2align 6
    .type ours_full_switch, %function
ours_full_switch:
    ours_full_steps
    br x30
    .size ours_full_switch, . - ours_full_switch

    .p2align 6
    .type ours_full_switch_ret, %function
ours_full_switch_ret:
    ours_full_steps
    ret
    .size ours_full_switch_ret, . - ours_full_switch_ret
)");
#endif

namespace ours {

// Prepares a stack so that the first switch to the answer calls begin(value), which must not
// return. The controls are those of whoever prepares it.
inline void *full_context(char *top, void (*begin)(std::uint64_t))
{
    auto *words = reinterpret_cast<std::uint64_t *>(top);
#if defined(__x86_64__)
    constexpr int CONTROLS = -9, RETURN = -2;
    for (int i = CONTROLS; i < 0; i++) {
        words[i] = 0;
    }
    std::uint32_t mxcsr;
    std::uint16_t control;
    __asm__ volatile("stmxcsr %0" : "=m"(mxcsr));
    __asm__ volatile("fnstcw %0" : "=m"(control));
    words[CONTROLS] = mxcsr | static_cast<std::uint64_t>(control) << 32;
    words[RETURN] = reinterpret_cast<std::uint64_t>(begin);
    return words + CONTROLS;
#else
    constexpr int LOWEST = -22, LINK = LOWEST + 11, CONTROL = LOWEST + 20;
    for (int i = LOWEST; i < 0; i++) {
        words[i] = 0;
    }
    std::uint64_t control;
    __asm__ volatile("mrs %0, fpcr" : "=r"(control));
    words[CONTROL] = control;
    words[LINK] = reinterpret_cast<std::uint64_t>(begin);
    return words + LOWEST;
#endif
}

} // namespace ours
