/* gthread: the library as the paper had it. */
#include "../gthread/policy.h"

static const struct policy policy = {
    .masks = true,
    .allocates = true,
    .switcher = {ucontext_prepare, ucontext_swap},
};

#include "gthread_flow.h"

const struct subject gthread = GTHREAD_SUBJECT("gthread", "user-level threads as in the paper: masks, allocation, swapcontext");
