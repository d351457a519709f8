/* What the host wants done, one line a wish; lib/docs/emulated-machine.md describes them. */
#ifndef SWITCHLAB_PLAN_H
#define SWITCHLAB_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../runner/batch.h"
#include "../runner/options.h"

struct phase {
    struct options options; /* subject, array, stride, pages */
    enum variant variant;
    uint64_t rounds;
    uint64_t warm_rounds;
};

struct plan {
    uintptr_t marks;     /* where the mark page is to be */
    uint64_t seed;       /* of the placement */
    bool placed;         /* whether stacks and pages are placed at random */
    bool timer_off;      /* whether the timer interrupt is held back during a phase */
    bool program;        /* whether there is a program to run */
    struct phase *phases;
    size_t phase_count;
};

/* False while the host has none. A plan that cannot be read turns the machine off, with a message:
   it was written by a program that does not fit to this one. */
bool plan_read(struct plan *plan);

#endif
