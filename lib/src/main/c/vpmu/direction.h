/* What guesses whether a conditional branch is taken. One file a way of guessing; each defines one
   table of functions, and direction.c lists them. */
#ifndef SWITCHLAB_VPMU_DIRECTION_H
#define SWITCHLAB_VPMU_DIRECTION_H

#include <stdbool.h>
#include <stdint.h>

enum direction_kind { DIRECTION_BIMODAL, DIRECTION_TAGE, DIRECTION_CALLGRIND };

enum { MOST_TABLES = 8, LONGEST_HISTORY = 255 };

struct direction_shape {
    enum direction_kind kind;
    uint32_t entries; /* two-bit counters, a power of two */
    /* of TAGE alone: */
    unsigned tables;              /* tagged ones */
    uint32_t table_entries;       /* of each, a power of two */
    unsigned histories[MOST_TABLES]; /* branches that each looks back at, ever more */
};

struct direction_model {
    const char *word;
    void *(*create)(const struct direction_shape *shape);
    /* Guesses, and then learns that the branch at `address` was `taken`. The guess. */
    bool (*guess)(void *state, uint64_t address, bool taken);
    void (*destroy)(void *state);
};

struct direction {
    const struct direction_model *model;
    void *state;
};

extern const struct direction_model direction_bimodal, direction_tage, direction_callgrind;

void direction_init(struct direction *direction, const struct direction_shape *shape);
void direction_free(struct direction *direction);

static inline bool direction_guess(struct direction *direction, uint64_t address, bool taken)
{
    return direction->model->guess(direction->state, address, taken);
}

#endif
