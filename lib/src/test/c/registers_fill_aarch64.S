/* registers_fill_and_switch of registers_test.c for aarch64. */
#if defined(__aarch64__)

        .text
        .globl  registers_fill_and_switch
        .type   registers_fill_and_switch, %function
/* in: x0, out: x1, from: x2, to: x3 */
registers_fill_and_switch:
        sub     sp, sp, #192
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
        stp     x9, x1, [sp, #160]

        ldp     x19, x20, [x0]
        ldp     x21, x22, [x0, #16]
        ldp     x23, x24, [x0, #32]
        ldp     x25, x26, [x0, #48]
        ldp     x27, x28, [x0, #64]
        ldr     x29, [x0, #80]
        ldp     d8, d9, [x0, #88]
        ldp     d10, d11, [x0, #104]
        ldp     d12, d13, [x0, #120]
        ldp     d14, d15, [x0, #136]
        ldr     x9, [x0, #152]
        msr     fpcr, x9

        mov     x0, x2
        mov     x1, x3
        bl      registers_switch

        ldr     x1, [sp, #168]
        stp     x19, x20, [x1]
        stp     x21, x22, [x1, #16]
        stp     x23, x24, [x1, #32]
        stp     x25, x26, [x1, #48]
        stp     x27, x28, [x1, #64]
        str     x29, [x1, #80]
        stp     d8, d9, [x1, #88]
        stp     d10, d11, [x1, #104]
        stp     d12, d13, [x1, #120]
        stp     d14, d15, [x1, #136]
        mrs     x9, fpcr
        str     x9, [x1, #152]

        ldr     x9, [sp, #160]
        msr     fpcr, x9
        ldp     x19, x20, [sp]
        ldp     x21, x22, [sp, #16]
        ldp     x23, x24, [sp, #32]
        ldp     x25, x26, [sp, #48]
        ldp     x27, x28, [sp, #64]
        ldp     x29, x30, [sp, #80]
        ldp     d8, d9, [sp, #96]
        ldp     d10, d11, [sp, #112]
        ldp     d12, d13, [sp, #128]
        ldp     d14, d15, [sp, #144]
        add     sp, sp, #192
        ret
        .size   registers_fill_and_switch, . - registers_fill_and_switch

#endif
        .section .note.GNU-stack, "", %progbits
