/* All rounds between two redraws of the arrays, and what they come to. */
#ifndef SWITCHLAB_SLOT_H
#define SWITCHLAB_SLOT_H

#include <stddef.h>
#include <stdint.h>

#include "accounting.h"
#include "stamped_flow.h"

/* The parts that are told apart. */
enum part {
    PARENT_MESSAGE, /* alone */
    PARENT_WALK_ALONE,
    PEER_MESSAGE, /* alone */
    PEER_WALK_ALONE,
    FIRST_LEG, /* pair: from the parent's walk to the peer's */
    SECOND_LEG,
    PARENT_WALK_BETWEEN, /* pair: between two switches */
    PEER_WALK_BETWEEN,
    PARTS
};

struct slot {
    uint64_t block_rounds; /* timed of each block */
    uint64_t groups;       /* complete: one block of each flow */
    size_t room;           /* groups */
    double *ticks[PARTS];  /* of every timed round, in the order measured */
    struct switches switches;
    uint64_t switches_expected;
    bool migrated;
};

/* Empty, but for the memory that an earlier one got. */
void slot_begin(struct slot *slot, uint64_t block_rounds);

/* Makes room for one more group. */
void slot_begin_group(struct slot *slot);

/* The rounds of a block, behind its first: one of each of these a group. */
void slot_add_parent_alone(struct slot *slot, const struct round_stamps *ring);
void slot_add_peer_alone(struct slot *slot, const struct round_stamps *ring);
void slot_add_pair(struct slot *slot, const struct round_stamps *parent,
                   const struct round_stamps *peer, const struct account *account);

/* Its group has all three. */
void slot_end_group(struct slot *slot);

/* A line a timed round. */
void slot_say_rounds(const struct slot *slot, uint64_t index, double ns_per_tick);

/* The slot's line, with more fields behind it. The rounds are in no order afterwards. */
void slot_say(struct slot *slot, uint64_t index, double ns_per_tick, const char *more);

#endif
