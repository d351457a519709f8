#include "ticks.h"

#include <stdbool.h>
#include <stdlib.h>

#if defined(__x86_64__)
#include <cpuid.h>

/* Asking is slow where a hypervisor answers: callers do it once. */
static bool has_counter(void)
{
    enum { POWER_MANAGEMENT = 0x80000007, INVARIANT_TSC = 1 << 8 };
    unsigned eax, ebx, ecx, edx;
    return __get_cpuid((unsigned)POWER_MANAGEMENT, &eax, &ebx, &ecx, &edx) && (edx & INVARIANT_TSC);
}

static const char counter_name[] = "tsc";
#else
static bool has_counter(void)
{
#if defined(__aarch64__)
    return true;
#else
    return false;
#endif
}

static const char counter_name[] = "counter";
#endif

enum tick_source tick_source(void)
{
    static bool known;
    static enum tick_source source;
    if (!known)
        source = has_counter() ? TICKS_OF_COUNTER : TICKS_OF_CLOCK;
    known = true;
    return source;
}

const char *tick_source_name(enum tick_source source)
{
    return source == TICKS_OF_COUNTER ? counter_name : "clock";
}

/* The tightest of some readings between two stamps: an interrupt must not stand in one. */
struct moment moment_now(enum tick_source source)
{
    enum { TRIES = 16 };
    struct moment best = {0, 0};
    uint64_t tightest = UINT64_MAX;
    for (int i = 0; i < TRIES; i++) {
        uint64_t before = ticks_now(source);
        uint64_t time_ns = now_ns();
        uint64_t width = ticks_now(source) - before;
        if (width < tightest) {
            tightest = width;
            best = (struct moment){before + width / 2, time_ns};
        }
    }
    return best;
}

double ns_per_tick_since(enum tick_source source, struct moment then)
{
    if (source == TICKS_OF_CLOCK)
        return 1;
    struct moment now = moment_now(source);
    return (double)(now.time_ns - then.time_ns) / (double)(now.ticks - then.ticks);
}

static int compare(const void *a, const void *b)
{
    uint64_t one = *(const uint64_t *)a, other = *(const uint64_t *)b;
    return (one > other) - (one < other);
}

uint64_t stamp_ticks(enum tick_source source)
{
    enum { DISTANCES = 101 };
    uint64_t distance[DISTANCES], before = ticks_now(source);
    for (int i = 0; i < DISTANCES; i++) {
        uint64_t now = ticks_now(source);
        distance[i] = now - before;
        before = now;
    }
    qsort(distance, DISTANCES, sizeof distance[0], compare);
    return distance[DISTANCES / 2];
}
