#include "timeline.h"

#include <inttypes.h>

#include "protocol.h"
#include "trace.h"

/* In every round, of either process and either variant. */
enum { STAMPS_A_ROUND = 3 };

static const char *const kinds[] = {
    [STAMP_BEGUN] = "begun",
    [STAMP_WALKED] = "walked",
    [STAMP_WRITTEN] = "written",
    [STAMP_READ] = "read",
};

/* Only the stamps of the timed rounds: the rounds that rewarmed stand before them in the ring. */
static void say_events(const char *variant, enum trace_process process, uint64_t stamps)
{
    for (uint64_t back = stamps; back > 0; back--) {
        struct stamp stamp = trace_last(process, back);
        say("event variant=%s process=%s kind=%s timeNs=%" PRIu64, variant,
            process == TRACE_PARENT ? "parent" : "peer", kinds[stamp.kind], stamp.time_ns);
    }
}

void timeline_run(const struct bench *bench, uint64_t rounds)
{
    struct batch single = batch_run(bench, VARIANT_SINGLE, rounds);
    say_batch(0, 0, &single);
    say_events("single", TRACE_PARENT, STAMPS_A_ROUND * rounds + 1);
    struct batch pair = batch_run(bench, VARIANT_PAIR, rounds);
    say_batch(0, 1, &pair);
    say_events("pair", TRACE_PARENT, STAMPS_A_ROUND * rounds + 1);
    say_events("pair", TRACE_PEER, STAMPS_A_ROUND * rounds);
    say("done couples=1");
}
