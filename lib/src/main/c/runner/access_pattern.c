#include "access_pattern.h"

#include <inttypes.h>

#include "protocol.h"
#include "walk_order.h"

void access_pattern_run(const struct options *options)
{
    const size_t length = options->array_bytes / sizeof(double);
    const size_t stride = options->stride_bytes / sizeof(double);
    uint64_t touches = 0;
    FOR_EACH_TOUCHED(index, length, stride)
        say("touch order=%" PRIu64 " index=%zu", touches++, index);
    say("done count=%" PRIu64, touches);
}
