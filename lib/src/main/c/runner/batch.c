#include "batch.h"

#include "accounting.h"
#include "clock.h"
#include "protocol.h"
#include "reference.h"

/* Before each timed batch, untimed: without it the first walk would pay for the cache contents that
   the other variant left behind. */
enum { REWARM_ROUNDS = 1 };

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
   counts exactly 2 R, one a process and round trip, and a single batch 0. */
static int64_t handshakes(enum variant variant)
{
    return 1 + (variant == VARIANT_PAIR ? REWARM_ROUNDS : 0);
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
    struct accounting accounting = accounting_open(bench);
    rounds_run(bench, variant, REWARM_ROUNDS);
    batch.reference_before_ns = reference_ns();
    if (counted)
        stop_for_counters("counting");
    accounting_start(&accounting);
    batch.duration_ns = run_ns(bench, variant, rounds);
    accounting_stop(&accounting);
    if (counted)
        stop_for_counters("counted");
    batch.reference_after_ns = reference_ns();
    struct account account = accounting_close(&accounting, handshakes(variant));
    batch.switches = account.switches;
    batch.switches_expected = variant == VARIANT_PAIR ? 2 * rounds : 0;
    batch.migrated = account.migrated;
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
