/* The caches of one core, from the two L1 down. */
#ifndef SWITCHLAB_VPMU_HIERARCHY_H
#define SWITCHLAB_VPMU_HIERARCHY_H

#include "cache.h"

/* What a level promises about the lines of the level above it. */
enum inclusion {
    INCLUSION_NONE, /* nothing: a miss fills both, each evicts on its own */
    INCLUSIVE,      /* holds them all: what it evicts leaves the levels above too */
    EXCLUSIVE       /* holds none of them: filled by what the level above evicts */
};

struct level_shape {
    struct cache_shape cache;
    unsigned line_bits; /* log2 of the line size in bytes */
};

struct hierarchy_shape {
    struct level_shape l1i, l1d, l2, l3;
    bool has_l2, has_l3;
    enum inclusion l2_inclusion, l3_inclusion;
};

/* Which levels missed: bits. */
enum missed { MISSED_L1 = 1, MISSED_L2 = 2, MISSED_L3 = 4 };

struct hierarchy {
    struct hierarchy_shape shape;
    struct cache l1i, l1d, l2, l3;
    bool l1d_disturbed; /* set when a line was taken out of L1d from below; the user resets it */
};

void hierarchy_init(struct hierarchy *hierarchy, const struct hierarchy_shape *shape);
void hierarchy_free(struct hierarchy *hierarchy);

/* One access to the line of byte `address`; the levels it missed. */
unsigned hierarchy_fetch(struct hierarchy *hierarchy, uint64_t address);
unsigned hierarchy_data(struct hierarchy *hierarchy, uint64_t address);

/* Empties all levels. */
void hierarchy_clear(struct hierarchy *hierarchy);

#endif
