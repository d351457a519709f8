/* pipe-pair-traced: the loops of channel.c on the pipes of pipe_pair.c, with a time stamp after every step.

   The stamps are the only difference; keep the loops in step with those. What a stamp costs shows
   in the difference of the two subjects' single rounds, which hold three stamps. */
#include <unistd.h>

#include "../runner/failure.h"
#include "../runner/peer.h"
#include "../runner/trace.h"
#include "channel.h"

extern const struct subject pipe_pair;

static void open_all(void)
{
    pipe_pair.open();
    trace_open();
}

static void become_parent(void)
{
    channel_become_parent();
    trace_choose(TRACE_PARENT);
}

static void become_peer(void)
{
    channel_become_peer();
    trace_choose(TRACE_PEER);
}

static inline void write_stamped(int out, char byte)
{
    if (!passed(write(out, &byte, 1), 1))
        peer_lost();
    trace_stamp(STAMP_WRITTEN);
}

static inline void read_stamped(int in)
{
    char byte;
    if (!passed(read(in, &byte, 1), 1))
        peer_lost();
    trace_stamp(STAMP_READ);
}

static inline void walk_stamped(const struct array *array)
{
    array_walk(array);
    trace_stamp(STAMP_WALKED);
}

static void single(const struct array *array, uint64_t rounds)
{
    trace_stamp(STAMP_BEGUN);
    for (uint64_t round = 0; round < rounds; round++) {
        write_stamped(channel.own_out, MESSAGE_WALK);
        read_stamped(channel.own_in);
        walk_stamped(array);
    }
}

static void pair(const struct array *array, uint64_t rounds)
{
    trace_stamp(STAMP_BEGUN);
    for (uint64_t round = 0; round < rounds; round++) {
        walk_stamped(array);
        write_stamped(channel.parent_out, MESSAGE_WALK);
        read_stamped(channel.parent_in);
    }
}

/* Other messages are answered without a stamp: they are no part of the flow. */
static void serve(const struct array *array, void (*report)(void))
{
    char byte;
    while (passed(read(channel.peer_in, &byte, 1), 1)) {
        if (byte == MESSAGE_WALK) {
            trace_stamp(STAMP_READ);
            walk_stamped(array);
        } else if (byte == MESSAGE_REPORT) {
            report();
        }
        if (!passed(write(channel.peer_out, &byte, 1), 1) || byte == MESSAGE_QUIT)
            return;
        if (byte == MESSAGE_WALK)
            trace_stamp(STAMP_WRITTEN);
    }
}

const struct subject pipe_pair_traced = {
    .name = "pipe-pair-traced",
    .summary = "as pipe-pair, with a time stamp after every step, as in timeline",
    .open = open_all,
    .become_parent = become_parent,
    .become_peer = become_peer,
    .single = single,
    .pair = pair,
    .exchange = channel_exchange,
    .serve = serve,
};
