/* Which elements a walk touches, in which order: the paper's Fig. 2. Touches nothing itself. */
#include <inttypes.h>

#include "../runner/mode.h"
#include "../runner/protocol.h"
#include "../runner/walk_order.h"

static void say_touch(uint64_t order, size_t index)
{
    say("touch order=%" PRIu64 " index=%zu", order, index);
}

static void run(const struct options *options)
{
    const size_t length = options->array_bytes / sizeof(double);
    const size_t stride = options->stride_bytes / sizeof(double);
    uint64_t touches = 0;
    if (options->shuffled)
        FOR_EACH_SHUFFLED(index, length, stride)
            say_touch(touches++, index);
    else
        FOR_EACH_TOUCHED(index, length, stride)
            say_touch(touches++, index);
    say("done count=%" PRIu64, touches);
}

const struct mode access_pattern = {
    .name = "access-pattern",
    .summary = "says which elements a walk touches, in their order",
    .output = "  touch order=K index=I      the K-th touch of a walk",
    .needs = OPTION_ARRAY_BYTES | OPTION_STRIDE_BYTES,
    .takes = OPTION_ORDER,
    .run = run,
};
