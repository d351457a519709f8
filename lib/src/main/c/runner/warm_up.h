/* Rounds that nobody times, until both sides are warm, and how long one of them roughly takes. */
#ifndef SWITCHLAB_WARM_UP_H
#define SWITCHLAB_WARM_UP_H

#include <stdint.h>

#include "bench.h"

struct warm_up {
    uint64_t run_ns; /* long beside the clock, short beside what is timed afterwards */
    int runs;        /* of that length: the fastest counts, for one preemption must not decide */
    uint64_t most_rounds;
};

/* Runs rounds; answers the time of one, in ns. */
uint64_t warm_up_round_ns(const struct bench *bench, const struct warm_up *warm_up,
                          void (*run)(const struct bench *bench, uint64_t rounds));

#endif
