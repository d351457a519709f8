/* The reference loop alone, with nothing beside it. */
#include "../runner/reference.h"

#include <inttypes.h>

#include "../runner/mode.h"
#include "../runner/protocol.h"

static void run(const struct options *options)
{
    for (uint64_t i = 0; i < options->count; i++)
        say("reference durationNs=%" PRIu64, reference_ns());
    say("done count=%" PRIu64, options->count);
}

const struct mode reference = {
    .name = "reference",
    .summary = "times only the fixed loop that tells a quiet machine from a disturbed one",
    .output = "  reference durationNs=T     the loop, once",
    .needs = OPTION_COUNT,
    .takes = OPTION_CPU | OPTION_FIFO,
    .run = run,
};
