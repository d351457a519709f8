/* The peer as a thread of the subject's own library, on the parent's kernel thread. */
#include <unistd.h>

#include "peer_scope.h"

static struct {
    const struct options *options;
    size_t stack_offset_bytes;
} birth;

static void live_as_peer(void *unused)
{
    (void)unused;
    peer_live(birth.options, birth.stack_offset_bytes);
}

static int start(const struct options *options, size_t stack_offset_bytes)
{
    birth.options = options;
    birth.stack_offset_bytes = stack_offset_bytes;
    options->subject->create(live_as_peer, NULL, options->stack_bytes);
    return getpid();
}

/* Its last message was its end, and its stack goes with the process. */
static void join(void)
{
}

const struct peer_scope user_scope = {start, join};
