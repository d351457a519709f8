/* The planned measurement: couples of one single and one pair batch.

   Single and pair alternate in small batches so that drift of the machine cancels in their
   difference; a coin decides which comes first, so that neither always finds what the other left. */
#include <inttypes.h>

#include "../runner/failure.h"
#include "../runner/mode.h"
#include "../runner/protocol.h"
#include "../runner/session.h"

static void check(const struct options *options)
{
    bool by_time = options->batch_ns != NOT_GIVEN, by_rounds = options->rounds != NOT_GIVEN;
    if (by_time == by_rounds)
        reject("%s of --batch-ns and --rounds given: give exactly one, the wanted time of a pair "
               "batch or its round trips",
               by_time ? "both" : "none");
}

static void measure_couples(struct session *session)
{
    const uint64_t couples = session->options->couples;
    for (uint64_t couple = 0; couple < couples; couple++) {
        bool pair_first = random_coin(&session->random);
        for (int position = 0; position < 2; position++) {
            enum variant variant = (position == 0) == pair_first ? VARIANT_PAIR : VARIANT_SINGLE;
            struct batch batch = batch_run(&session->bench, variant, session->rounds);
            say_batch(couple, position, &batch);
        }
    }
    say("done couples=%" PRIu64, couples);
}

static const struct session_kind kind = {peer_serve, session_get_ready_for_batches, measure_couples};

static void run(const struct options *options)
{
    session_run(options, &kind);
}

const struct mode measure = {
    .summary = "measures couples of batches; give either --batch-ns or --rounds",
    .needs = SESSION_NEEDS | OPTION_COUPLES,
    .takes = SESSION_TAKES | OPTION_BATCH_NS | OPTION_ROUNDS,
    .check = check,
    .run = run,
};
