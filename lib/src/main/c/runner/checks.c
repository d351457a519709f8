#include "checks.h"

#include <inttypes.h>

#include "failure.h"

static void check_multiple(const char *name, uint64_t bytes)
{
    if (bytes % sizeof(double) != 0)
        reject("%s is %" PRIu64 "; it must be a multiple of %zu, the size of a double: use %" PRIu64,
               name, bytes, sizeof(double), bytes + sizeof(double) - bytes % sizeof(double));
}

static void check_array(const struct options *options)
{
    check_multiple("--array-bytes", options->array_bytes);
    check_multiple("--stride-bytes", options->stride_bytes);
    if (options->stride_bytes > options->array_bytes)
        reject("--stride-bytes is %" PRIu64 "; it must be from 0 to --array-bytes, %" PRIu64
               ": use a smaller stride or a larger array",
               options->stride_bytes, options->array_bytes);
    if (options->page_bytes != SMALL_PAGE_BYTES && options->page_bytes != HUGE_PAGE_BYTES)
        reject("--page-bytes is %" PRIu64 "; it must be %d or %d", options->page_bytes,
               SMALL_PAGE_BYTES, HUGE_PAGE_BYTES);
    if (options->coloured && options->page_bytes == HUGE_PAGE_BYTES)
        reject("--pages is coloured and --page-bytes %d; coloured pages are small: leave one of them out",
               HUGE_PAGE_BYTES);
}

/* A switch to a peer that runs beside the parent is none. */
static void check_peer_cpu(const struct options *options)
{
    if (options->peer_cpu == NOT_GIVEN)
        return;
    if (options->subject->scope == SCOPE_USER || options->subject->one_cpu)
        reject("--peer-cpu is given; it must be left out for %s, whose two sides take turns on one CPU",
               options->subject->name);
}

void check_options(const struct options *options)
{
    check_array(options);
    check_peer_cpu(options);
}

void check_rounds(const struct options *options, uint64_t most, const char *of)
{
    if (options->rounds > most)
        reject("--rounds is %" PRIu64 "; it must be from 1 to %" PRIu64 " of %s", options->rounds, most,
               of);
}
