#include "targets.h"

#include <stdlib.h>

#include "memory.h"

/* The plain table is a branch target buffer (Lee and Smith 1984, Branch prediction strategies and branch
   target buffer design, IEEE Computer 17(1)): it guesses the last target. With history it is a target
   cache beside it (Chang, Hao and Patt 1997, Target prediction for indirect jumps, ISCA 24, section 3):
   found by the jump's address and the path of the last targets; where that is new, the last target
   is guessed. Its entries are tagged with the whole address, a real one's with some bits of it. */

/* A few bits of each target, so that the index of 512 entries knows the last three of them. */
enum { BITS_A_TARGET = 3 };

void targets_init(struct targets *targets, const struct targets_shape *shape)
{
    *targets = (struct targets){.shape = *shape};
    targets->last = memory_new(shape->entries, sizeof *targets->last);
    if (shape->history)
        targets->after = memory_new(shape->entries, sizeof *targets->after);
}

void targets_free(struct targets *targets)
{
    free(targets->last);
    free(targets->after);
}

/* Targets are often aligned: their low bits say little by themselves. */
static uint64_t mixed(uint64_t target)
{
    return target ^ target >> 4 ^ target >> 8 ^ target >> 12 ^ target >> 16;
}

uint64_t targets_guess(struct targets *targets, uint64_t address, uint64_t target)
{
    uint64_t mask = targets->shape.entries - 1;
    uint64_t *last = &targets->last[address & mask];
    uint64_t guessed = *last;
    *last = target;
    if (targets->after == NULL)
        return guessed;
    struct jump *after = &targets->after[(address ^ targets->history) & mask];
    if (after->address == address)
        guessed = after->target;
    *after = (struct jump){address, target};
    targets->history = (targets->history << BITS_A_TARGET ^ mixed(target)) & mask;
    return guessed;
}
