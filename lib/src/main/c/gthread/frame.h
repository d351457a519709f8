/* What registers_switch leaves on the stack of a suspended thread, lowest address first; each
   assembly file pushes exactly this.

   - Registers: those the calling convention makes the called function preserve. All others are lost
     to the caller of any function, so nothing is to be kept of them.
   - Control words of the floating-point units, rounding mode among them: preserved as well. Their
     exception flags are not.
   - The red zone below the stack pointer (x86-64, 128 bytes) belongs to functions that call
     nothing; whoever calls registers_switch has none. */
#ifndef SWITCHLAB_FRAME_H
#define SWITCHLAB_FRAME_H

#include <stdint.h>

#if defined(__x86_64__)

/* System V ABI, AMD64 supplement, 3.2.1. body stands in rbx: registers_begin calls it. */
struct frame {
    uint32_t mxcsr;
    uint16_t x87_control_word;
    uint16_t unused;
    uint64_t r15, r14, r13, r12;
    uint64_t body;
    uint64_t rbp;
    uint64_t return_address;
};

static inline void frame_keep_float_control(struct frame *frame)
{
    __asm__ volatile("stmxcsr %0\n\tfnstcw %1" : "=m"(frame->mxcsr), "=m"(frame->x87_control_word));
}

#elif defined(__aarch64__)

/* AAPCS64, 6.1: x19 to x29, the low halves of v8 to v15, FPCR. body stands in x19. */
struct frame {
    uint64_t body;
    uint64_t x20, x21, x22, x23, x24, x25, x26, x27, x28, x29;
    uint64_t return_address;
    double d8, d9, d10, d11, d12, d13, d14, d15;
    uint64_t fpcr;
    uint64_t unused;
};

static inline void frame_keep_float_control(struct frame *frame)
{
    __asm__ volatile("mrs %0, fpcr" : "=r"(frame->fpcr));
}

#else
#error "the register switch knows x86-64 and aarch64 only"
#endif

#endif
