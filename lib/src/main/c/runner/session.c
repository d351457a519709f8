#include "session.h"

#include <inttypes.h>
#include <sched.h>
#include <stdio.h>

#include "protocol.h"
#include "stack.h"
#include "warm_up.h"

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
    if (options->batch_ns == NOT_GIVEN)
        return 0;
    if (pair_round_ns == 0)
        pair_round_ns = 1; /* a call and its return may take less */
    uint64_t rounds = options->batch_ns / pair_round_ns;
    return rounds > 0 ? rounds : 1;
}

void session_format_granted_bytes(char text[GRANTED_FIELD_BYTES], const struct session *session,
                                  struct report peer)
{
    int64_t parent_bytes = array_granted_bytes(session->options, &session->bench.array);
    int64_t least_bytes = parent_bytes < peer.granted_bytes ? parent_bytes : peer.granted_bytes;
    format_granted_bytes(text, session->options, least_bytes);
}

/* A run of this length is short beside a batch and long beside the clock. The fastest of a few counts:
   one preemption in the first round must not decide the rounds of every batch. */
static const struct warm_up warm_up = {.run_ns = 500000, .runs = 3, .most_rounds = MOST_ROUNDS};

static void run_pair(const struct bench *bench, uint64_t rounds)
{
    rounds_run(bench, VARIANT_PAIR, rounds);
}

static void run_single(const struct bench *bench, uint64_t rounds)
{
    rounds_run(bench, VARIANT_SINGLE, rounds);
}

void session_get_ready_for_batches(struct session *session)
{
    struct bench *bench = &session->bench;
    uint64_t pair_ns = warm_up_round_ns(bench, &warm_up, run_pair);
    uint64_t single_ns = warm_up_round_ns(bench, &warm_up, run_single);
    struct report peer = peer_report();
    bench->peer_cpu = peer.cpu;
    bench->parent_cpu = sched_getcpu();
    session->rounds = rounds_a_batch(session->options, pair_ns);
    char rounds[40] = "", granted[GRANTED_FIELD_BYTES];
    if (session->rounds > 0)
        snprintf(rounds, sizeof rounds, " rounds=%" PRIu64, session->rounds);
    session_format_granted_bytes(granted, session, peer);
    say("ready%s pairRoundNs=%" PRIu64 " singleRoundNs=%" PRIu64 "%s", rounds, pair_ns, single_ns,
        granted);
}

static void run_with_peer(void *argument)
{
    struct session *session = argument;
    session->bench = bench_ready(session->options);
    session->kind->get_ready(session);
    if (!session->options->handshake || session->rounds == 0 || await("go"))
        session->kind->work(session);
    peer_stop();
}

void session_run(const struct options *options, const struct session_kind *kind)
{
    struct session session = {.options = options, .kind = kind, .random = {options->seed}};
    if (options->handshake && !await("begin"))
        return;
    size_t parent_offset_bytes = stack_offset_bytes(&session.random);
    size_t peer_offset_bytes = stack_offset_bytes(&session.random);
    peer_start(options, peer_offset_bytes, kind->serve);
    say("peer pid=%d", peer_pid());
    on_shifted_stack(parent_offset_bytes, run_with_peer, &session);
}
