/* The two sides between batches. */
#ifndef SWITCHLAB_BENCH_H
#define SWITCHLAB_BENCH_H

#include "subject.h"

struct bench {
    const struct subject *subject;
    struct array array; /* the parent's */
    int parent_cpu;     /* when ready */
    int peer_cpu;       /* when ready */
};

#endif
