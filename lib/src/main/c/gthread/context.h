/* Where a suspended thread goes on: two ways to keep it and to switch.

   A switcher is a constant known to the compiler where it is used, so that its functions are called
   directly or inlined. */
#ifndef SWITCHLAB_CONTEXT_H
#define SWITCHLAB_CONTEXT_H

#include <stddef.h>
#include <ucontext.h>

#include "../runner/failure.h"

union context {
    ucontext_t libc;     /* of the ucontext switcher */
    void *stack_pointer; /* of the register switcher: the rest is on the stack */
};

struct switcher {
    /* Makes the context call body() on that stack when it is first switched to. body never returns. */
    void (*prepare)(union context *context, char *stack, size_t stack_bytes, void (*body)(void));

    /* Keeps the caller in *from and continues *to; returns when somebody switches to *from. */
    void (*swap)(union context *from, union context *to);
};

/* Refuses a machine whose shadow stacks the register switcher would violate. */
void registers_check(void);

/* By hand: the registers that the calling convention says a function preserves, and no system call. */
void registers_prepare(union context *context, char *stack, size_t stack_bytes, void (*body)(void));

/* In assembly: pushes what a called function must preserve, keeps the stack pointer in *from, and
   undoes the same at `to`. */
void registers_switch(void **from, void *to);

/* In assembly: what a prepared stack returns into. */
void registers_begin(void);

static inline void registers_swap(union context *from, union context *to)
{
    registers_switch(&from->stack_pointer, to->stack_pointer);
}

/* By libc: the same registers, and a system call that sets the signal mask. */
void ucontext_prepare(union context *context, char *stack, size_t stack_bytes, void (*body)(void));

/* Fails by a bad pointer, or where a filter refuses the system call: then the other one would never run,
   and be waited for. Without swapcontext (musl has none) nothing was prepared to be switched to:
   ucontext_prepare ends the process with a word on it. */
static inline void ucontext_swap(union context *from, union context *to)
{
#ifdef WITHOUT_SWAPCONTEXT
    (void)from, (void)to;
#else
    if (swapcontext(&from->libc, &to->libc) == -1)
        fail("let the filter of system calls allow sigprocmask", "swapcontext()");
#endif
}

#endif
