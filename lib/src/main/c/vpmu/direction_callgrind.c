/* As cachegrind and callgrind guess with --branch-sim=yes: 16384 two-bit counters, found by seven low
   bits of the branch's address and what the last seven conditional branches did. Valgrind's manual,
   "Branch prediction simulation" of the chapter on cachegrind, gives the size and the two parts; that
   they are seven bits each was read in the tool. To be compared with it to the last miss, and for
   nothing else. */
#include <stdlib.h>

#include "direction.h"
#include "memory.h"
#include "two_bits.h"

enum { PART_BITS = 7, PART_MASK = (1 << PART_BITS) - 1, COUNTERS = 1 << 2 * PART_BITS };

struct callgrind {
    unsigned history; /* the last branch lowest, 1 if taken */
    uint8_t counters[COUNTERS];
};

static void *create(const struct direction_shape *shape)
{
    (void)shape;
    return memory_new(1, sizeof(struct callgrind));
}

static bool guess(void *state, uint64_t address, bool taken)
{
    struct callgrind *callgrind = state;
    uint8_t *counter = &callgrind->counters[callgrind->history << PART_BITS | (address & PART_MASK)];
    bool guessed = two_bits_guess(*counter);
    two_bits_learn(counter, taken);
    callgrind->history = (callgrind->history << 1 | taken) & PART_MASK;
    return guessed;
}

const struct direction_model direction_callgrind = {"callgrind", create, guess, free};
