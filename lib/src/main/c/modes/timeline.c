/* Who ran when: the paper's Fig. 1, from time stamps of both processes. */
#include <inttypes.h>

#include "../runner/checks.h"
#include "../runner/mode.h"
#include "../runner/protocol.h"
#include "../runner/session.h"
#include "../runner/trace.h"

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

/* One batch of each flow, and behind it its events. */
static void trace(struct session *session)
{
    const uint64_t rounds = session->rounds;
    struct batch single = batch_run(&session->bench, VARIANT_SINGLE, rounds);
    say_batch(0, 0, &single);
    say_events("single", TRACE_PARENT, STAMPS_A_ROUND * rounds + 1);
    struct batch pair = batch_run(&session->bench, VARIANT_PAIR, rounds);
    say_batch(0, 1, &pair);
    say_events("pair", TRACE_PARENT, STAMPS_A_ROUND * rounds + 1);
    say_events("pair", TRACE_PEER, STAMPS_A_ROUND * rounds);
    say("done couples=1");
}

static void check(const struct options *options)
{
    check_rounds(options, MOST_TRACED_ROUNDS, "a timeline");
}

static const struct session_kind kind = {peer_serve, session_get_ready_for_batches, trace};

static void run(const struct options *options)
{
    session_run(options, &kind);
}

const struct mode timeline = {
    .name = "timeline",
    .summary = "stamps the time after every step of both processes, and says all stamps",
    .output = "  event ...                  one time stamp, behind the line of its batch:\n"
              "    variant, process         single or pair, parent or peer\n"
              "    kind, timeNs             the step that ended then: walked, written, read; begun: none yet",
    .subject = &pipe_pair_traced,
    .needs = SESSION_NEEDS | OPTION_ROUNDS,
    .takes = SESSION_TAKES,
    .check = check,
    .run = run,
};
