/* ucontext: what swapcontext costs alone, its system call included. */
#include "../gthread/context.h"

static const struct switcher switcher = {ucontext_prepare, ucontext_swap};

#include "bare_flow.h"

const struct subject ucontext = BARE_SUBJECT("ucontext", "two stacks and swapcontext, no library");
