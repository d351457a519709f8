#include "slot.h"

#include <inttypes.h>
#include <stdlib.h>

#include "failure.h"
#include "protocol.h"
#include "trimmed.h"

void slot_begin(struct slot *slot, uint64_t block_rounds)
{
    slot->block_rounds = block_rounds;
    slot->groups = 0;
    slot->switches = (struct switches){0, 0};
    slot->switches_expected = 0;
    slot->migrated = false;
}

void slot_begin_group(struct slot *slot)
{
    if (slot->groups < slot->room)
        return;
    slot->room = 2 * slot->groups + 8;
    for (int part = 0; part < PARTS; part++) {
        size_t bytes = slot->room * slot->block_rounds * sizeof(double);
        slot->ticks[part] = realloc(slot->ticks[part], bytes);
        if (slot->ticks[part] == NULL)
            fail("use a smaller --slot-ns, or lift the memory limit (ulimit -v, cgroup)",
                 "realloc(%zu bytes)", bytes);
    }
}

static void add(struct slot *slot, enum part part, uint64_t round, uint64_t from, uint64_t to)
{
    /* Signed: a counter that runs backwards is to be seen. */
    slot->ticks[part][slot->groups * slot->block_rounds + round] = (double)(int64_t)(to - from);
}

static void add_alone(struct slot *slot, enum part message, enum part walk,
                      const struct round_stamps *ring)
{
    for (uint64_t round = 0; round < slot->block_rounds; round++) {
        const struct round_stamps *stamps = &ring[round + 1]; /* behind the dropped one */
        add(slot, walk, round, stamps->begun, stamps->walked);
        add(slot, message, round, stamps->walked, stamps->answered);
    }
}

void slot_add_parent_alone(struct slot *slot, const struct round_stamps *ring)
{
    add_alone(slot, PARENT_MESSAGE, PARENT_WALK_ALONE, ring);
}

void slot_add_peer_alone(struct slot *slot, const struct round_stamps *ring)
{
    add_alone(slot, PEER_MESSAGE, PEER_WALK_ALONE, ring);
}

void slot_add_pair(struct slot *slot, const struct round_stamps *parent,
                   const struct round_stamps *peer, const struct account *account)
{
    for (uint64_t round = 0; round < slot->block_rounds; round++) {
        const struct round_stamps *here = &parent[round + 1], *there = &peer[round + 1];
        add(slot, PARENT_WALK_BETWEEN, round, here->begun, here->walked);
        add(slot, FIRST_LEG, round, here->walked, there->begun);
        add(slot, PEER_WALK_BETWEEN, round, there->begun, there->walked);
        add(slot, SECOND_LEG, round, there->walked, here->answered);
    }
    slot->switches = switches_sum(slot->switches, account->switches);
    slot->switches_expected += 2 * (slot->block_rounds + 1); /* the dropped round makes them too */
    slot->migrated |= account->migrated;
}

void slot_end_group(struct slot *slot)
{
    slot->groups++;
}

static void say_round(const struct slot *slot, uint64_t index, size_t i, double ns)
{
    const uint64_t group = i / slot->block_rounds, round = i % slot->block_rounds;
    double *const *ticks = slot->ticks;
    say("round slot=%" PRIu64 " group=%" PRIu64 " flow=alone-parent index=%" PRIu64
        " messageNs=%.1f walkNs=%.1f",
        index, group, round, ticks[PARENT_MESSAGE][i] * ns, ticks[PARENT_WALK_ALONE][i] * ns);
    say("round slot=%" PRIu64 " group=%" PRIu64 " flow=alone-peer index=%" PRIu64
        " messageNs=%.1f walkNs=%.1f",
        index, group, round, ticks[PEER_MESSAGE][i] * ns, ticks[PEER_WALK_ALONE][i] * ns);
    say("round slot=%" PRIu64 " group=%" PRIu64 " flow=pair index=%" PRIu64
        " leg1Ns=%.1f leg2Ns=%.1f walkParentNs=%.1f walkPeerNs=%.1f",
        index, group, round, ticks[FIRST_LEG][i] * ns, ticks[SECOND_LEG][i] * ns,
        ticks[PARENT_WALK_BETWEEN][i] * ns, ticks[PEER_WALK_BETWEEN][i] * ns);
}

void slot_say_rounds(const struct slot *slot, uint64_t index, double ns_per_tick)
{
    for (size_t i = 0; i < slot->groups * slot->block_rounds; i++)
        say_round(slot, index, i, ns_per_tick);
}

/* Typical: without the largest. Mean: of all. In ns. */
struct level {
    double typical, mean;
};

static struct level level(double *ticks, size_t count, double ns_per_tick)
{
    double plain = mean(ticks, count); /* first: trimming changes the order, and so the last digit */
    return (struct level){trimmed_mean(ticks, count) * ns_per_tick, plain * ns_per_tick};
}

/* Each side by itself, then half of both: a side that is slower must not be what is trimmed. */
static struct level level_of_sides(struct slot *slot, enum part one, enum part other, double ns)
{
    const size_t count = slot->groups * slot->block_rounds;
    struct level a = level(slot->ticks[one], count, ns), b = level(slot->ticks[other], count, ns);
    return (struct level){(a.typical + b.typical) / 2, (a.mean + b.mean) / 2};
}

/* Of a round both legs together: what makes one longer at the other's expense cancels. */
static struct level level_of_legs(struct slot *slot, double ns)
{
    const size_t count = slot->groups * slot->block_rounds;
    for (size_t i = 0; i < count; i++)
        slot->ticks[FIRST_LEG][i] = (slot->ticks[FIRST_LEG][i] + slot->ticks[SECOND_LEG][i]) / 2;
    return level(slot->ticks[FIRST_LEG], count, ns);
}

void slot_say(struct slot *slot, uint64_t index, double ns_per_tick, const char *more)
{
    struct level message = level_of_sides(slot, PARENT_MESSAGE, PEER_MESSAGE, ns_per_tick);
    struct level leg = level_of_legs(slot, ns_per_tick);
    struct level alone = level_of_sides(slot, PARENT_WALK_ALONE, PEER_WALK_ALONE, ns_per_tick);
    struct level between = level_of_sides(slot, PARENT_WALK_BETWEEN, PEER_WALK_BETWEEN, ns_per_tick);
    say("slot index=%" PRIu64 " groups=%" PRIu64 " rounds=%" PRIu64
        " messageNs=%.1f messageMeanNs=%.1f legNs=%.1f legMeanNs=%.1f"
        " walkAloneNs=%.1f walkAloneMeanNs=%.1f walkBetweenNs=%.1f walkBetweenMeanNs=%.1f"
        " switchesExpected=%" PRIu64 " voluntarySwitches=%" PRId64 " involuntarySwitches=%" PRId64
        " migrated=%d%s",
        index, slot->groups, slot->groups * slot->block_rounds, message.typical, message.mean,
        leg.typical, leg.mean, alone.typical, alone.mean, between.typical, between.mean,
        slot->switches_expected, slot->switches.voluntary, slot->switches.involuntary,
        slot->migrated, more);
}
