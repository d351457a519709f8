// What a switch keeps of the processor's registers, checked from outside by assembly.
#pragma once

#include <cfenv>
#include <cstdint>

#include "check.hpp"
#include "tasks.hpp"

namespace test {

// Calls function(argument) with its own pattern in each register that functions must keep. Answers
// one bit for each that came back changed, and one more if the direction flag is set.
extern "C" unsigned test_changed_registers(void (*function)(void *), void *argument,
                                           std::uint64_t pattern);

#if defined(__x86_64__)
__asm__(R"(
    .macro test_compare register, offset, bit
    lea \offset(%rsi), %rcx
    cmp %rcx, \register
    je 1f
    or $\bit, %eax
1:
    .endm

    .text
    .p2align 4
    .type test_changed_registers, @function
test_changed_registers:
    push %rbx
    push %rbp
    push %r12
    push %r13
    push %r14
    push %r15
    sub $24, %rsp
    mov %rdx, (%rsp)
    mov %rdi, %rax
    mov %rsi, %rdi
    lea 1(%rdx), %rbx
    lea 2(%rdx), %rbp
    lea 3(%rdx), %r12
    lea 4(%rdx), %r13
    lea 5(%rdx), %r14
    lea 6(%rdx), %r15
    call *%rax
    mov (%rsp), %rsi
    xor %eax, %eax
    test_compare %rbx, 1, 1
    test_compare %rbp, 2, 2
    test_compare %r12, 3, 4
    test_compare %r13, 4, 8
    test_compare %r14, 5, 16
    test_compare %r15, 6, 32
    pushf
    pop %rcx
    test $0x400, %ecx
    je 1f
    or $64, %eax
1:  add $24, %rsp
    pop %r15
    pop %r14
    pop %r13
    pop %r12
    pop %rbp
    pop %rbx
    ret
    .size test_changed_registers, . - test_changed_registers
)");

// Each of three tasks looks after its registers while the others overwrite them.
template <class Switch> void registers()
{
    using Here = typename Switch::Here;
    ours::Tasks<Switch> tasks(3, ours::ALIGNED, 1);
    auto body = [](Here &here, std::size_t index) {
        for (std::uint64_t round = 0; round < 1000; round++) {
            auto yield = [](void *argument) { static_cast<Here *>(argument)->yield(); };
            std::uint64_t pattern = (index + 1) * 0x0123'4567'89ab'0000 + round * 16;
            check(test_changed_registers(yield, &here, pattern) == 0,
                  "a yield keeps the registers of its caller's caller");
        }
    };
    tasks.run(body);
}

inline std::uint32_t sse_control()
{
    std::uint32_t value;
    __asm__ volatile("stmxcsr %0" : "=m"(value));
    return value & 0xffc0; // without the flags of what happened
}

inline std::uint16_t x87_control()
{
    std::uint16_t value;
    __asm__ volatile("fnstcw %0" : "=m"(value));
    return value;
}

// Each task rounds in its own way. Under the full switch it keeps it; under the others the way of
// rounding is the thread's, and a switch must not touch it.
template <class Switch, bool kept> void controls()
{
    static constexpr int WAYS[] = {FE_TONEAREST, FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO};
    ours::Tasks<Switch> tasks(4, ours::ALIGNED, 1);
    auto body = [](auto &here, std::size_t index) {
        std::fesetround(WAYS[index]);
        std::uint32_t sse = sse_control();
        std::uint16_t x87 = x87_control();
        here.yield();
        if (kept) {
            check(sse_control() == sse && x87_control() == x87,
                  "the full switch keeps both controls of floating-point arithmetic");
        } else {
            check(std::fegetround() == WAYS[3], "the way of rounding that was last set is seen");
        }
    };
    tasks.run(body);
    if (kept) {
        check(std::fegetround() == FE_TONEAREST, "the main context keeps its controls");
    }
    std::fesetround(FE_TONEAREST);
}
#endif

// More values than there are registers, of each kind, live across a yield.
template <class Switch> void locals()
{
    ours::Tasks<Switch> tasks(5, ours::ALIGNED_RANDOM, 3);
    auto body = [](auto &here, std::size_t index) {
        std::uint64_t whole[20];
        double real[20];
        long double extended = 1 + static_cast<long double>(index);
        for (int i = 0; i < 20; i++) {
            whole[i] = index * 100 + static_cast<std::uint64_t>(i);
            real[i] = static_cast<double>(whole[i]) / 3;
        }
        for (int round = 0; round < 100; round++) {
#pragma GCC unroll 20
            for (int i = 0; i < 20; i++) {
                whole[i] = whole[i] * 3 + 1;
                real[i] = real[i] * 1.25 + 1;
            }
            extended = extended * 1.5L + 1;
            here.yield();
        }
        std::uint64_t rightWhole = index * 100 + 7;
        double rightReal = static_cast<double>(rightWhole) / 3;
        long double rightExtended = 1 + static_cast<long double>(index);
        for (int round = 0; round < 100; round++) {
            rightWhole = rightWhole * 3 + 1;
            rightReal = rightReal * 1.25 + 1;
            rightExtended = rightExtended * 1.5L + 1;
        }
        check(whole[7] == rightWhole, "whole numbers live through yields");
        check(real[7] == rightReal, "floating-point numbers live through yields");
        check(extended == rightExtended, "extended numbers live through yields");
    };
    tasks.run(body);
}

} // namespace test
