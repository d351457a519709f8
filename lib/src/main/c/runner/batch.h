/* One timed batch and everything that says whether to believe it. */
#ifndef SWITCHLAB_BATCH_H
#define SWITCHLAB_BATCH_H

#include <stdbool.h>
#include <stdint.h>

#include "bench.h"
#include "switches.h"

enum variant { VARIANT_SINGLE, VARIANT_PAIR };

struct batch {
    enum variant variant;
    uint64_t rounds;
    uint64_t duration_ns;
    uint64_t reference_before_ns;
    uint64_t reference_after_ns;
    uint64_t switches_expected;
    struct switches switches; /* of both sides */
    bool migrated;
};

/* Runs rounds of the variant, and nothing else. */
void rounds_run(const struct bench *bench, enum variant variant, uint64_t rounds);

/* Runs and times one batch of rounds. */
struct batch batch_run(const struct bench *bench, enum variant variant, uint64_t rounds);

/* The same with a stop before and after the rounds, at which a controller starts and stops counters.
   It may have no rounds: then it is the overhead of counting alone. */
struct batch batch_run_counted(const struct bench *bench, enum variant variant, uint64_t rounds);

#endif
