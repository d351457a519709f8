/* Event counters: a number each way, eight bytes, through a counter each way. A counter is one
   descriptor that both sides hold, so it has no end to be seen; the signal of a child's end stands in. */
#include <sys/eventfd.h>

#include "../runner/failure.h"
#include "channel.h"

static int open_counter(void)
{
    int counter = eventfd(0, EFD_CLOEXEC);
    if (counter == -1)
        fail("raise the limit of open descriptors (ulimit -n)", "eventfd(EFD_CLOEXEC)");
    return counter;
}

static void open_counters(void)
{
    channel.message_bytes = sizeof(uint64_t);
    channel.own_out = channel.own_in = open_counter();
    channel.parent_out = channel.peer_in = open_counter();
    channel.peer_out = channel.parent_in = open_counter();
}

const struct subject eventfd_process = {
    .name = "eventfd-process",
    .summary = "two processes, a number to and fro through two event counters",
    .scope = SCOPE_PROCESS,
    .open = open_counters,
    .single = channel_single,
    .pair = channel_pair,
    .exchange = channel_exchange,
    .serve = channel_serve,
    .stamped = &channel_stamped,
};

const struct subject eventfd_thread = {
    .name = "eventfd-thread",
    .summary = "two threads, a number to and fro through two event counters",
    .scope = SCOPE_THREAD,
    .open = open_counters,
    .single = channel_single,
    .pair = channel_pair,
    .exchange = channel_exchange,
    .serve = channel_serve,
    .stamped = &channel_stamped,
};
