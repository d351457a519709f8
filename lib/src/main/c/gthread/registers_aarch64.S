/* The register switch of aarch64; frame.h says what is kept and why. */
#if defined(__aarch64__)

        .text

/* void registers_switch(void **from, void *to) */
        .globl  registers_switch
        .type   registers_switch, %function
        .p2align 4
registers_switch:
        .cfi_startproc
        sub     sp, sp, #176
        stp     x19, x20, [sp]
        stp     x21, x22, [sp, #16]
        stp     x23, x24, [sp, #32]
        stp     x25, x26, [sp, #48]
        stp     x27, x28, [sp, #64]
        stp     x29, x30, [sp, #80]
        stp     d8, d9, [sp, #96]
        stp     d10, d11, [sp, #112]
        stp     d12, d13, [sp, #128]
        stp     d14, d15, [sp, #144]
        mrs     x9, fpcr
        str     x9, [sp, #160]

        mov     x10, sp
        str     x10, [x0]
        mov     sp, x1

        /* Writing FPCR stalls many cores; both threads nearly always hold the same. */
        ldr     x10, [sp, #160]
        cmp     x9, x10
        b.eq    1f
        msr     fpcr, x10
1:      ldp     x19, x20, [sp]
        ldp     x21, x22, [sp, #16]
        ldp     x23, x24, [sp, #32]
        ldp     x25, x26, [sp, #48]
        ldp     x27, x28, [sp, #64]
        ldp     x29, x30, [sp, #80]
        ldp     d8, d9, [sp, #96]
        ldp     d10, d11, [sp, #112]
        ldp     d12, d13, [sp, #128]
        ldp     d14, d15, [sp, #144]
        add     sp, sp, #176
        /* Not ret: the processor would predict a return to our caller, and this one goes to
           another thread's. */
        br      x30
        .cfi_endproc
        .size   registers_switch, . - registers_switch

/* The first frame of a thread: body is in x19 and does not return. */
        .globl  registers_begin
        .type   registers_begin, %function
        .p2align 4
registers_begin:
        .cfi_startproc
        .cfi_undefined x30
        blr     x19
        brk     #1
        .cfi_endproc
        .size   registers_begin, . - registers_begin

#endif
        .section .note.GNU-stack, "", %progbits
