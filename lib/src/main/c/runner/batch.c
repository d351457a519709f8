#include "batch.h"

#include <sched.h>

#include "clock.h"
#include "protocol.h"
#include "reference.h"

/* Before each timed batch, untimed: without it the first walk would pay for the cache contents that
   the other variant left behind. */
enum { REWARM_ROUNDS = 1 };

/* A run of this length is short beside a batch and long beside the clock. The fastest of a few counts:
   one preemption in the first round must not decide the rounds of every batch. */
enum { WARM_UP_RUN_NS = 500000, WARM_UP_RUNS = 3 };

void rounds_run(const struct bench *bench, enum variant variant, uint64_t rounds)
{
    if (variant == VARIANT_PAIR)
        bench->subject->pair(&bench->array, rounds);
    else
        bench->subject->single(&bench->array, rounds);
}

static uint64_t run_ns(const struct bench *bench, enum variant variant, uint64_t rounds)
{
    uint64_t begin_ns = now_ns();
    rounds_run(bench, variant, rounds);
    return now_ns() - begin_ns;
}

/* The parent's snapshots stand directly around the timed loop; the peer takes its own when asked by
   a report message, so that more than the loop falls between its two snapshots:

       peer: snapshot, answer, block | rewarm round: block | R rounds: block each | snapshot, …

   - 1 switch where it blocks after answering the first report, in every batch;
   - 1 more a rewarm round, in a pair batch only: in single the peer sleeps throughout.
   The switches of the second report fall behind its snapshot, those of the parent (it blocks in
   each exchange) outside the parent's snapshots. With that taken off, pinned and FIFO, a pair batch
   counts exactly 2 R, one a process and round trip, and a single batch 0.

   A user-level peer reports none: the parent's count holds the switches both ways.

   A scheduler that lets a woken process preempt its waker makes some of these switches involuntary;
   there are as many. */
static struct switches without_handshake(struct switches peer, enum variant variant)
{
    int64_t handshake = 1 + (variant == VARIANT_PAIR ? REWARM_ROUNDS : 0);
    int64_t voluntary = peer.voluntary < handshake ? peer.voluntary : handshake;
    int64_t rest = handshake - voluntary;
    int64_t involuntary = peer.involuntary < rest ? peer.involuntary : rest;
    return (struct switches){peer.voluntary - voluntary, peer.involuntary - involuntary};
}

/* As the parent counts them. A user-level switch is counted by the library alone; every switch of the
   kernel's is then one that should not be. */
static struct switches parent_switches(const struct subject *subject)
{
    struct switches kernel = switches_now();
    if (subject->scope != SCOPE_USER)
        return kernel;
    return (struct switches){subject->switches(), kernel.voluntary + kernel.involuntary};
}

static struct switches sum(struct switches a, struct switches b)
{
    return (struct switches){a.voluntary + b.voluntary, a.involuntary + b.involuntary};
}

/* Lets a controller count the rounds and little else: it starts its counters after "counting", while
   we and the peer are blocked, and stops them after "counted", when we are blocked again. What it
   counts besides the rounds is the way out of the first wait and into the second, the same whatever
   the rounds: a batch of no rounds measures it. */
static void stop_for_counters(const char *where)
{
    char line[LINE_BYTES];
    say("%s", where);
    hear(line); /* at the end of the input nobody counts; the session ends after this batch */
}

static struct batch run(const struct bench *bench, enum variant variant, uint64_t rounds, bool counted)
{
    struct batch batch = {.variant = variant, .rounds = rounds};
    struct report peer_before = peer_report();
    rounds_run(bench, variant, REWARM_ROUNDS);
    batch.reference_before_ns = reference_ns();
    if (counted)
        stop_for_counters("counting");
    struct switches before = parent_switches(bench->subject);
    batch.duration_ns = run_ns(bench, variant, rounds);
    struct switches after = parent_switches(bench->subject);
    if (counted)
        stop_for_counters("counted");
    batch.reference_after_ns = reference_ns();
    int cpu = sched_getcpu();
    struct report peer_after = peer_report();

    struct switches peer = switches_since(peer_before.switches, peer_after.switches);
    batch.switches = sum(switches_since(before, after), without_handshake(peer, variant));
    batch.switches_expected = variant == VARIANT_PAIR ? 2 * rounds : 0;
    batch.migrated = cpu != bench->parent_cpu || peer_after.cpu != bench->peer_cpu;
    return batch;
}

struct batch batch_run(const struct bench *bench, enum variant variant, uint64_t rounds)
{
    return run(bench, variant, rounds, false);
}

struct batch batch_run_counted(const struct bench *bench, enum variant variant, uint64_t rounds)
{
    return run(bench, variant, rounds, true);
}

uint64_t warm_up_round_ns(const struct bench *bench, enum variant variant)
{
    uint64_t fastest_ns = UINT64_MAX, rounds = 1;
    for (int runs = 0; runs < WARM_UP_RUNS;) {
        uint64_t duration_ns = run_ns(bench, variant, rounds);
        if (duration_ns < WARM_UP_RUN_NS) {
            rounds *= 2;
            continue;
        }
        runs++;
        uint64_t round_ns = (duration_ns + rounds / 2) / rounds;
        if (round_ns < fastest_ns)
            fastest_ns = round_ns;
    }
    return fastest_ns;
}
