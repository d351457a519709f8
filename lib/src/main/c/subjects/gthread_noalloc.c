/* gthread-noalloc: what a malloc and a free at each switch cost, by leaving them out too. */
#include "../gthread/policy.h"

static const struct policy policy = {
    .masks = false,
    .allocates = false,
    .switcher = {ucontext_prepare, ucontext_swap},
};

#include "gthread_flow.h"

const struct subject gthread_noalloc = GTHREAD_SUBJECT("gthread-noalloc", "gthread without masks and without allocating queue nodes");
