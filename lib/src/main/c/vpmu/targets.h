/* What guesses where an indirect jump or call goes. */
#ifndef SWITCHLAB_VPMU_TARGETS_H
#define SWITCHLAB_VPMU_TARGETS_H

#include <stdbool.h>
#include <stdint.h>

struct targets_shape {
    bool history;     /* finds a target by the jumps before, too */
    uint32_t entries; /* a power of two */
};

struct jump {
    uint64_t address, target;
};

struct targets {
    struct targets_shape shape;
    uint64_t *last;        /* by address: where the jump went last */
    struct jump *after;    /* by address and history; none if there is no history */
    uint64_t history;      /* of the targets of the last jumps */
};

void targets_init(struct targets *targets, const struct targets_shape *shape);
void targets_free(struct targets *targets);

/* Guesses where the jump at `address` goes, 0 if it has no idea, and then learns that it went to
   `target`. */
uint64_t targets_guess(struct targets *targets, uint64_t address, uint64_t target);

#endif
