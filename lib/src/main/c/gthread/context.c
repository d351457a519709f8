#include "context.h"

#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "../runner/failure.h"
#include "frame.h"

#ifdef WITHOUT_SWAPCONTEXT
void ucontext_prepare(union context *context, char *stack, size_t stack_bytes, void (*body)(void))
{
    (void)context, (void)stack, (void)stack_bytes, (void)body;
    give_up("this C library has no swapcontext: measure the subject register or gthread-register, or "
            "build with a C library that has it (glibc)");
}
#else
void ucontext_prepare(union context *context, char *stack, size_t stack_bytes, void (*body)(void))
{
    getcontext(&context->libc); /* the signal mask, and what makecontext does not set */
    context->libc.uc_stack.ss_sp = stack;
    context->libc.uc_stack.ss_size = stack_bytes;
    context->libc.uc_link = NULL;
    makecontext(&context->libc, body, 0);
}
#endif

/* The frame that registers_switch would have left, had the thread called it from registers_begin; above
   it the stack is aligned to 16 bytes, as both calling conventions want it at a call. */
void registers_prepare(union context *context, char *stack, size_t stack_bytes, void (*body)(void))
{
    registers_check();
    uintptr_t top = (uintptr_t)(stack + stack_bytes) & ~(uintptr_t)15;
    struct frame *frame = (struct frame *)(top - sizeof *frame);
    memset(frame, 0, sizeof *frame);
    frame_keep_float_control(frame);
    frame->body = (uintptr_t)body;
    frame->return_address = (uintptr_t)registers_begin;
    context->stack_pointer = frame;
}

/* A shadow stack (x86 CET, arm64 GCS) holds a second copy of each return address, and a switch would
   have to switch it too. Ours does not: the kernel gives a shadow stack only to a program that is
   marked for it, and the assembly is not marked, so neither is what is linked with it. Whoever forces
   one on us gets this message instead of a killed process. */
#if defined(__x86_64__)
static int shadow_stack_state(unsigned long *state)
{
    enum { ARCH_SHSTK_STATUS = 0x5005 }; /* asm/prctl.h since Linux 6.6 */
    return (int)syscall(SYS_arch_prctl, ARCH_SHSTK_STATUS, state);
}
#else
static int shadow_stack_state(unsigned long *state)
{
    enum { GET_SHADOW_STACK_STATUS = 74 }; /* linux/prctl.h since Linux 6.13 */
    return prctl(GET_SHADOW_STACK_STATUS, state, 0, 0, 0);
}
#endif

void registers_check(void)
{
    unsigned long state = 0;
    if (shadow_stack_state(&state) == 0 && (state & 1))
        give_up("a shadow stack is active, which the hand-written switch does not switch: run without "
                "it (unset GLIBC_TUNABLES), or measure the subject ucontext");
}
