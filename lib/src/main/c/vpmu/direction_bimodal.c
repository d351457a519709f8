/* A two-bit counter a branch, found by the low bits of its address: "bimodal" in McFarling 1993
   (Combining branch predictors, WRL technical note TN-36, section 3). It knows what a branch mostly
   does, and nothing of what came before. */
#include <stdlib.h>
#include <string.h>

#include "direction.h"
#include "memory.h"
#include "two_bits.h"

struct bimodal {
    uint64_t mask;
    uint8_t counters[];
};

static void *create(const struct direction_shape *shape)
{
    struct bimodal *bimodal = memory_new(1, sizeof *bimodal + shape->entries);
    bimodal->mask = shape->entries - 1;
    memset(bimodal->counters, PERHAPS_NOT_TAKEN, shape->entries);
    return bimodal;
}

static bool guess(void *state, uint64_t address, bool taken)
{
    struct bimodal *bimodal = state;
    uint8_t *counter = &bimodal->counters[address & bimodal->mask];
    bool guessed = two_bits_guess(*counter);
    two_bits_learn(counter, taken);
    return guessed;
}

const struct direction_model direction_bimodal = {"bimodal", create, guess, free};
