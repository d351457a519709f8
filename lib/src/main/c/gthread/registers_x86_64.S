/* The register switch of x86-64; frame.h says what is kept and why. */
#if defined(__x86_64__)

        .text

/* void registers_switch(void **from, void *to) */
        .globl  registers_switch
        .type   registers_switch, @function
        .p2align 4
registers_switch:
        .cfi_startproc
        pushq   %rbp
        pushq   %rbx
        pushq   %r12
        pushq   %r13
        pushq   %r14
        pushq   %r15
        subq    $8, %rsp
        stmxcsr (%rsp)
        fnstcw  4(%rsp)

        movq    %rsp, (%rdi)
        movq    %rsi, %rsp

        ldmxcsr (%rsp)
        fldcw   4(%rsp)
        addq    $8, %rsp
        popq    %r15
        popq    %r14
        popq    %r13
        popq    %r12
        popq    %rbx
        popq    %rbp
        /* Not ret: the processor would predict a return to our caller, and this one goes to
           another thread's. A jump is predicted by where such jumps went before. */
        popq    %rcx
        jmpq    *%rcx
        .cfi_endproc
        .size   registers_switch, . - registers_switch

/* The first frame of a thread: body is in rbx and does not return. */
        .globl  registers_begin
        .type   registers_begin, @function
        .p2align 4
registers_begin:
        .cfi_startproc
        .cfi_undefined rip
        callq   *%rbx
        ud2
        .cfi_endproc
        .size   registers_begin, . - registers_begin

#endif
        .section .note.GNU-stack, "", %progbits
