/* Context switches as they are counted: by the kernel, and between user-level threads by their library. */
#ifndef SWITCHLAB_SWITCHES_H
#define SWITCHLAB_SWITCHES_H

#include <stdint.h>
#include <sys/resource.h>

#include "failure.h"

struct switches {
    int64_t voluntary;   /* ru_nvcsw: the thread blocked; user-level: the library switched */
    int64_t involuntary; /* ru_nivcsw: the thread was preempted, or yielded; user-level: the kernel
                            switched, whyever */
};

/* The calling thread's switches so far, getrusage(2). Only a filter of system calls refuses them. */
static inline struct switches switches_now(void)
{
    struct rusage usage;
    if (getrusage(RUSAGE_THREAD, &usage) == -1)
        fail("let the filter of system calls allow it", "getrusage(RUSAGE_THREAD)");
    return (struct switches){usage.ru_nvcsw, usage.ru_nivcsw};
}

static inline struct switches switches_since(struct switches before, struct switches after)
{
    return (struct switches){after.voluntary - before.voluntary,
                             after.involuntary - before.involuntary};
}

static inline struct switches switches_sum(struct switches a, struct switches b)
{
    return (struct switches){a.voluntary + b.voluntary, a.involuntary + b.involuntary};
}

#endif
