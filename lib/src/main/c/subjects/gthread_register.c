/* gthread-register: what swapcontext costs, by switching registers by hand instead. */
#include "../gthread/policy.h"

static const struct policy policy = {
    .masks = false,
    .allocates = false,
    .switcher = {registers_prepare, registers_swap},
};

#include "gthread_flow.h"

const struct subject gthread_register = GTHREAD_SUBJECT("gthread-register", "gthread without masks and allocation, registers switched by hand");
