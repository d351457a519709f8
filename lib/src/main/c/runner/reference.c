/* Why throughput-bound: a neighbour on the same physical core takes issue slots and execution units,
   not latency. One dependent chain leaves most of them free and does not notice him; four
   independent chains fill the integer units of today's cores, so that whatever he takes shows.
   Steal time does not show him either: the hypervisor sees two busy virtual CPUs and nothing wrong.

   Why this chain: the floor must be one number. Shorter steps (shift, add, xor with a shared
   counter) fell into one of two rhythms on Zen 4, 14 % apart, by what had run before. These repeat
   to 0.2 % there.

   It touches no memory, so that it leaves the caches to the batch it stands beside. */
#include "reference.h"

#include "clock.h"

enum { REFERENCE_ITERATIONS = 5000 };

/* One step of xorshift64 (Marsaglia, "Xorshift RNGs", 2003): six operations, each waiting for the one
   before. Four chains of it keep four integer units busy. */
static inline uint64_t step(uint64_t chain)
{
    chain ^= chain << 13;
    chain ^= chain >> 7;
    return chain ^ chain << 17;
}

/* The empty asm statements hide the first and the last values from the compiler: it can neither
   compute the loop beforehand nor drop it. */
static __attribute__((noinline)) void reference_work(void)
{
    uint64_t a = 1, b = 2, c = 3, d = 4;
    __asm__ volatile("" : "+r"(a), "+r"(b), "+r"(c), "+r"(d));
    for (int i = 0; i < REFERENCE_ITERATIONS; i++) {
        a = step(a);
        b = step(b);
        c = step(c);
        d = step(d);
    }
    __asm__ volatile("" : : "r"(a), "r"(b), "r"(c), "r"(d));
}

uint64_t reference_ns(void)
{
    uint64_t begin_ns = now_ns();
    reference_work();
    return now_ns() - begin_ns;
}
