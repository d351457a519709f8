#include "stamped.h"

#include <inttypes.h>
#include <sched.h>

#include "clock.h"
#include "protocol.h"
#include "redraw.h"
#include "slot.h"
#include "stamps.h"
#include "ticks.h"
#include "warm_up.h"

/* Three rounds and the dropped one; or what the ring holds. */
enum { FEWEST_ROUNDS = 3, MOST_ROUNDS_A_BLOCK = RING_ROUNDS - 1 };

enum block { ALONE_PARENT, ALONE_PEER, PAIR, BLOCKS };

static struct stamps *stamps;
static struct moment opened;
static struct redraw redraw;
static struct slot slot;

void stamped_open(void)
{
    opened = moment_now(tick_source());
    stamps = stamps_map();
}

static void run_parent_alone(const struct bench *bench, uint64_t rounds)
{
    bench->subject->stamped->alone(&bench->array, stamps->parent, rounds);
}

static void run_peer_alone(const struct bench *bench, uint64_t rounds)
{
    stamps->rounds = rounds;
    bench->subject->exchange(MESSAGE_ALONE);
}

static void run_pair(const struct bench *bench, uint64_t rounds)
{
    bench->subject->stamped->pair(&bench->array, stamps->parent, rounds);
}

static uint64_t rounds_a_block(uint64_t block_ns, uint64_t round_ns)
{
    uint64_t rounds = round_ns == 0 ? MOST_ROUNDS_A_BLOCK : (block_ns + round_ns / 2) / round_ns;
    if (rounds < FEWEST_ROUNDS)
        return FEWEST_ROUNDS;
    return rounds < MOST_ROUNDS_A_BLOCK ? rounds : MOST_ROUNDS_A_BLOCK;
}

/* A visit lasts as little as 20 ms, so that this is short: it decides how long a block is, which is
   no matter of precision, and every block has a round to get warm again. */
void stamped_get_ready(struct session *session)
{
    static const struct warm_up warm_up = {
        .run_ns = 200000, .runs = 2, .most_rounds = RING_ROUNDS};
    struct bench *bench = &session->bench;
    const enum tick_source source = tick_source();
    ring_touch(stamps->parent);
    uint64_t pair_ns = warm_up_round_ns(bench, &warm_up, run_pair);
    uint64_t single_ns = warm_up_round_ns(bench, &warm_up, run_parent_alone);
    run_peer_alone(bench, FEWEST_ROUNDS);
    struct report peer = peer_report();
    bench->parent_cpu = sched_getcpu();
    bench->peer_cpu = bench->parent_cpu; /* stamps of two CPUs are not one clock */
    session->rounds = rounds_a_block(session->options->block_ns, pair_ns);
    double stamp_ns = (double)stamp_ticks(source) * ns_per_tick_since(source, opened);
    char granted[GRANTED_FIELD_BYTES];
    session_format_granted_bytes(granted, session, peer);
    say("ready pairRoundNs=%" PRIu64 " singleRoundNs=%" PRIu64 " blockRounds=%" PRIu64
        " stampSource=%s stampNs=%.1f%s",
        pair_ns, single_ns, session->rounds, tick_source_name(source), stamp_ns, granted);
}

/* Of the peer's switches between its two reports all are the rounds' but the one where it blocked
   after the first. */
static void add_pair_block(const struct bench *bench)
{
    enum { HANDSHAKES = 1 };
    struct accounting accounting = accounting_open(bench); /* the peer's ring begins again */
    accounting_start(&accounting);
    run_pair(bench, slot.block_rounds + 1);
    accounting_stop(&accounting);
    struct account account = accounting_close(&accounting, HANDSHAKES);
    slot_add_pair(&slot, stamps->parent, stamps->peer, &account);
}

static void add_block(const struct bench *bench, enum block block)
{
    switch (block) {
    case ALONE_PARENT:
        run_parent_alone(bench, slot.block_rounds + 1);
        slot_add_parent_alone(&slot, stamps->parent);
        break;
    case ALONE_PEER:
        run_peer_alone(bench, slot.block_rounds + 1);
        slot_add_peer_alone(&slot, stamps->peer);
        break;
    case PAIR:
    case BLOCKS:
        add_pair_block(bench);
        break;
    }
}

/* Each flow once, in random order: none always finds what another left. */
static void add_group(const struct bench *bench, struct random *random)
{
    enum block order[BLOCKS] = {ALONE_PARENT, ALONE_PEER, PAIR};
    for (uint64_t i = BLOCKS - 1; i > 0; i--) {
        uint64_t j = random_next(random) % (i + 1);
        enum block kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }
    slot_begin_group(&slot);
    for (int i = 0; i < BLOCKS; i++)
        add_block(bench, order[i]);
    slot_end_group(&slot);
}

static void measure_slot(struct session *session)
{
    struct bench *bench = &session->bench;
    const struct options *options = session->options;
    array_redraw(&bench->array, &redraw, options);
    bench->subject->exchange(MESSAGE_REDRAW);
    slot_begin(&slot, session->rounds);
    const uint64_t end_ns = now_ns() + options->slot_ns;
    do
        add_group(bench, &session->random);
    while (now_ns() < end_ns);
}

static void say_slot(const struct session *session, uint64_t index)
{
    double ns_per_tick = ns_per_tick_since(tick_source(), opened);
    char granted[GRANTED_FIELD_BYTES];
    session_format_granted_bytes(granted, session, peer_report());
    if (session->options->keep_rounds)
        slot_say_rounds(&slot, index, ns_per_tick);
    slot_say(&slot, index, ns_per_tick, granted);
}

void stamped_measure(struct session *session)
{
    const uint64_t slots = session->options->slots;
    redraw.random.state = random_next(&session->random);
    for (uint64_t index = 0; index < slots; index++) {
        measure_slot(session);
        say_slot(session, index);
    }
    say("done slots=%" PRIu64, slots);
}
