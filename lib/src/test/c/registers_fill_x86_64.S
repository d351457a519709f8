/* registers_fill_and_switch of registers_test.c for x86-64. */
#if defined(__x86_64__)

        .text
        .globl  registers_fill_and_switch
        .type   registers_fill_and_switch, @function
/* in: rdi, out: rsi, from: rdx, to: rcx */
registers_fill_and_switch:
        pushq   %rbx
        pushq   %rbp
        pushq   %r12
        pushq   %r13
        pushq   %r14
        pushq   %r15
        subq    $24, %rsp               /* 16-byte aligned before the call */
        stmxcsr 8(%rsp)
        fnstcw  12(%rsp)
        movq    %rsi, 16(%rsp)

        ldmxcsr 48(%rdi)
        fldcw   56(%rdi)
        movq    0(%rdi), %rbx
        movq    8(%rdi), %rbp
        movq    16(%rdi), %r12
        movq    24(%rdi), %r13
        movq    32(%rdi), %r14
        movq    40(%rdi), %r15

        movq    %rdx, %rdi
        movq    %rcx, %rsi
        call    registers_switch

        movq    16(%rsp), %rsi
        movq    %rbx, 0(%rsi)
        movq    %rbp, 8(%rsi)
        movq    %r12, 16(%rsi)
        movq    %r13, 24(%rsi)
        movq    %r14, 32(%rsi)
        movq    %r15, 40(%rsi)
        movq    $0, 48(%rsi)
        movq    $0, 56(%rsi)
        stmxcsr 48(%rsi)
        fnstcw  56(%rsi)

        ldmxcsr 8(%rsp)
        fldcw   12(%rsp)
        addq    $24, %rsp
        popq    %r15
        popq    %r14
        popq    %r13
        popq    %r12
        popq    %rbp
        popq    %rbx
        ret
        .size   registers_fill_and_switch, . - registers_fill_and_switch

#endif
        .section .note.GNU-stack, "", %progbits
