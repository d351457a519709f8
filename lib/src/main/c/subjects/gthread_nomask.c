/* gthread-nomask: what holding preemption around each switch costs, by leaving it out. */
#include "../gthread/policy.h"

static const struct policy policy = {
    .masks = false,
    .allocates = true,
    .switcher = {ucontext_prepare, ucontext_swap},
};

#include "gthread_flow.h"

const struct subject gthread_nomask = GTHREAD_SUBJECT("gthread-nomask", "gthread without masks: the system calls that hold preemption");
