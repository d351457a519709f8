/* What the last conditional branches did, and that long past folded into a few bits (Michaud 2005, "A
   PPM-like, tag-based branch predictor", Journal of Instruction-Level Parallelism 7): the exclusive or
   of its pieces of so many bits, kept up to date by a shift and two bits a branch. */
#ifndef SWITCHLAB_VPMU_HISTORY_H
#define SWITCHLAB_VPMU_HISTORY_H

#include <stdbool.h>
#include <stdint.h>

#include "direction.h"

struct history {
    uint8_t taken[LONGEST_HISTORY + 1]; /* in a ring */
    uint8_t newest;
};

/* The one `age` branches before the last. */
static inline bool history_taken(const struct history *history, unsigned age)
{
    return history->taken[(uint8_t)(history->newest - age)];
}

static inline void history_add(struct history *history, bool taken)
{
    history->taken[++history->newest] = taken;
}

struct fold {
    uint32_t bits;
    unsigned length; /* branches folded */
    unsigned width;  /* bits they are folded into; 1 to 31 */
};

/* Before history_add(history, taken). */
static inline void fold_add(struct fold *fold, const struct history *history, bool taken)
{
    bool oldest = history_taken(history, fold->length - 1);
    uint32_t bits = fold->bits << 1 | taken;
    bits ^= (uint32_t)oldest << fold->length % fold->width;
    bits ^= bits >> fold->width;
    fold->bits = bits & ((UINT32_C(1) << fold->width) - 1);
}

#endif
