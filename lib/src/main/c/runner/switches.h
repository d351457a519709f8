/* Context switches as the kernel counts them. */
#ifndef SWITCHLAB_SWITCHES_H
#define SWITCHLAB_SWITCHES_H

#include <stdint.h>
#include <sys/resource.h>

struct switches {
    int64_t voluntary;   /* ru_nvcsw: the process blocked */
    int64_t involuntary; /* ru_nivcsw: the process was preempted */
};

/* The calling process's switches so far, getrusage(2). It cannot fail for RUSAGE_SELF and a valid
   pointer, so its result is not looked at. */
static inline struct switches switches_now(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (struct switches){usage.ru_nvcsw, usage.ru_nivcsw};
}

static inline struct switches switches_since(struct switches before, struct switches after)
{
    return (struct switches){after.voluntary - before.voluntary,
                             after.involuntary - before.involuntary};
}

#endif
