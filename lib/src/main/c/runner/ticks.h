/* Time stamps that are cheap and stay where they are put: the processor's own counter.

   The fences keep the reading between what stands before it and what stands behind it: the first waits
   until all before it is done, the second lets nothing behind it begin. Stores may still be on their
   way to the cache; a stamp does not wait for them.

   x86-64   lfence; rdtsc; lfence, "tsc", if the counter is invariant: if it ticks alike whatever the
            clock of the core does. Else clock_gettime(2), "clock".
   aarch64  isb; mrs cntvct_el0; isb, "counter". It may tick no faster than every 40 ns.

   Counters of two CPUs need not agree: both ends of a difference are read on one. */
#ifndef SWITCHLAB_TICKS_H
#define SWITCHLAB_TICKS_H

#include <stdint.h>

#include "clock.h"

enum tick_source { TICKS_OF_COUNTER, TICKS_OF_CLOCK };

/* Which one serves here; the same in both processes. Loops ask once, before they begin. */
enum tick_source tick_source(void);

/* "tsc", "counter" or "clock". */
const char *tick_source_name(enum tick_source source);

static inline uint64_t ticks_of_counter(void)
{
#if defined(__x86_64__)
    uint32_t low, high;
    __asm__ volatile("lfence\n\trdtsc\n\tlfence" : "=a"(low), "=d"(high) : : "memory");
    return (uint64_t)high << 32 | low;
#elif defined(__aarch64__)
    uint64_t ticks;
    __asm__ volatile("isb\n\tmrs %0, cntvct_el0\n\tisb" : "=r"(ticks) : : "memory");
    return ticks;
#else
    return now_ns();
#endif
}

/* A stamp. The branch is one that is always predicted. */
static inline uint64_t ticks_now(enum tick_source source)
{
    return source == TICKS_OF_COUNTER ? ticks_of_counter() : now_ns();
}

/* One moment by both clocks. */
struct moment {
    uint64_t ticks;
    uint64_t time_ns;
};

struct moment moment_now(enum tick_source source);

/* How long a tick lasts, over all that lies between then and now: two readings of the clock are a few
   ten ns apart from their ticks, which over milliseconds is nothing. */
double ns_per_tick_since(enum tick_source source, struct moment then);

/* What a stamp costs: the median distance of two that follow one another, in ticks. */
uint64_t stamp_ticks(enum tick_source source);

#endif
