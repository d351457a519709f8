#include "session.h"

#include <inttypes.h>
#include <sched.h>
#include <stdio.h>

#include "batch.h"
#include "commands.h"
#include "couples.h"
#include "protocol.h"
#include "random.h"
#include "stack.h"
#include "timeline.h"

struct session {
    const struct options *options;
    struct random random;
};

static struct bench bench_ready(const struct options *options)
{
    struct bench bench = {
        .subject = options->subject,
        .array = process_array(options),
    };
    peer_report(); /* answered once the peer's array is touched */
    return bench;
}

static uint64_t rounds_a_batch(const struct options *options, uint64_t pair_round_ns)
{
    if (options->rounds != NOT_GIVEN)
        return options->rounds;
    if (pair_round_ns == 0)
        pair_round_ns = 1; /* a call and its return may take less */
    uint64_t rounds = options->batch_ns / pair_round_ns;
    return rounds > 0 ? rounds : 1;
}

/* Transparent huge pages are a wish: says what was granted to the process that got less. */
static void format_huge_bytes(char text[40], const struct bench *bench, int64_t peer_bytes)
{
    int64_t parent_bytes = array_huge_bytes(&bench->array);
    int64_t granted_bytes = parent_bytes < peer_bytes ? parent_bytes : peer_bytes;
    if (granted_bytes >= 0) /* else unknown, and left out */
        snprintf(text, 40, " hugeBytes=%" PRId64, granted_bytes);
}

/* Warms both processes up and says ready; answers the rounds of a batch. */
static uint64_t get_ready(const struct options *options, struct bench *bench)
{
    uint64_t pair_ns = warm_up_round_ns(bench, VARIANT_PAIR);
    uint64_t single_ns = warm_up_round_ns(bench, VARIANT_SINGLE);
    struct report peer = peer_report();
    bench->peer_cpu = peer.cpu;
    bench->parent_cpu = sched_getcpu();
    uint64_t rounds = rounds_a_batch(options, pair_ns);
    char derived[40] = "", huge[40] = "";
    if (options->mode != MODE_DRIVE) /* which has no rounds of its own */
        snprintf(derived, sizeof derived, " rounds=%" PRIu64, rounds);
    if (options->page_bytes == HUGE_PAGE_BYTES)
        format_huge_bytes(huge, bench, peer.array_huge_bytes);
    say("ready%s pairRoundNs=%" PRIu64 " singleRoundNs=%" PRIu64 "%s", derived, pair_ns, single_ns,
        huge);
    return rounds;
}

static void measure(struct session *session, const struct bench *bench, uint64_t rounds)
{
    const struct options *options = session->options;
    if (options->mode == MODE_TIMELINE)
        timeline_run(bench, rounds);
    else
        couples_run(bench, options->couples, rounds, &session->random);
}

static void run_with_peer(void *argument)
{
    struct session *session = argument;
    const struct options *options = session->options;
    struct bench bench = bench_ready(options);
    uint64_t rounds = get_ready(options, &bench);
    if (options->mode == MODE_DRIVE)
        commands_run(&bench);
    else if (!options->handshake || await("go"))
        measure(session, &bench, rounds);
    peer_stop();
}

void session_run(const struct options *options)
{
    struct session session = {.options = options, .random = {options->seed}};
    if (options->handshake && !await("begin"))
        return;
    size_t parent_offset_bytes = stack_offset_bytes(&session.random);
    size_t peer_offset_bytes = stack_offset_bytes(&session.random);
    peer_start(options, peer_offset_bytes);
    say("peer pid=%d", peer_pid());
    on_shifted_stack(parent_offset_bytes, run_with_peer, &session);
}
