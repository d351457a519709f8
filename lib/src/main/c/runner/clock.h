/* The one clock of the runner. */
#ifndef SWITCHLAB_CLOCK_H
#define SWITCHLAB_CLOCK_H

#include <stdint.h>
#include <time.h>

/* Nanoseconds of CLOCK_MONOTONIC, clock_gettime(2): never set back, slewed by NTP by at most
   500 ppm. It cannot fail for this clock and a valid pointer, so its result is not looked at. */
static inline uint64_t now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

#endif
