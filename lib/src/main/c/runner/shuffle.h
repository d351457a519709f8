/* The numbers from 0 below a count, each once, in an order that no prefetcher foresees, without a
   table: that would take the caches that are measured.

   Each number is made of its place in the order alone: a product with an odd number and a fold of the
   high half onto the low one, twice, each a bijection of the numbers below a power of two. No step
   waits for the one before, so that misses overlap as in a walk by strides; a chain of steps would be
   the slowest part of the walk and hide them. The numbers from the count to the power of two are passed
   over, less than half of all. The factors are those of random.h. */
#ifndef SWITCHLAB_SHUFFLE_H
#define SWITCHLAB_SHUFFLE_H

#include <stdint.h>

struct shuffle {
    uint64_t place, places; /* a power of two */
    unsigned fold;          /* half of its digits, rounded up */
};

static inline struct shuffle shuffle_of(uint64_t count)
{
    unsigned digits = count < 2 ? 0 : 64 - (unsigned)__builtin_clzll(count - 1);
    return (struct shuffle){.places = UINT64_C(1) << digits, .fold = (digits + 1) / 2};
}

/* The number at the next place; while there is one. */
static inline uint64_t shuffle_next(struct shuffle *shuffle)
{
    const uint64_t mask = shuffle->places - 1;
    uint64_t number = shuffle->place++ * 0x9e3779b97f4a7c15u & mask;
    number = (number ^ number >> shuffle->fold) * 0xbf58476d1ce4e5b9u & mask;
    return number ^ number >> shuffle->fold;
}

#endif
