/* Seeded randomness: the same seed gives the same order of batches on every machine. */
#ifndef SWITCHLAB_RANDOM_H
#define SWITCHLAB_RANDOM_H

#include <stdbool.h>
#include <stdint.h>

struct random {
    uint64_t state;
};

/* SplitMix64: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.
   Every seed is good, neighbouring ones too, which is how experiments number their processes. */
static inline uint64_t random_next(struct random *random)
{
    uint64_t mixed = random->state += 0x9e3779b97f4a7c15u;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
    return mixed ^ (mixed >> 31);
}

static inline bool random_coin(struct random *random)
{
    return random_next(random) >> 63;
}

#endif
