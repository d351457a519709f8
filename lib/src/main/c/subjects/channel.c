#include "channel.h"

#include <unistd.h>

#include "../runner/failure.h"
#include "../runner/peer.h"

struct channel channel;

/* A message is written and read as its first bytes in memory: both our machines are little-endian. */
_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "the first byte must be the lowest");

void channel_single(const struct array *array, uint64_t rounds)
{
    const int out = channel.own_out, in = channel.own_in;
    const size_t bytes = channel.message_bytes;
    uint64_t message = MESSAGE_WALK;
    for (uint64_t round = 0; round < rounds; round++) {
        if (!passed(write(out, &message, bytes), bytes) || !passed(read(in, &message, bytes), bytes))
            fail("this should not happen: please report it", "write or read(own channel)");
        array_walk(array);
    }
}

void channel_pair(const struct array *array, uint64_t rounds)
{
    const int out = channel.parent_out, in = channel.parent_in;
    const size_t bytes = channel.message_bytes;
    uint64_t message = MESSAGE_WALK;
    for (uint64_t round = 0; round < rounds; round++) {
        array_walk(array);
        if (!passed(write(out, &message, bytes), bytes) || !passed(read(in, &message, bytes), bytes))
            peer_lost();
    }
}

void channel_exchange(enum message message)
{
    const size_t bytes = channel.message_bytes;
    uint64_t sent = message;
    if (!passed(write(channel.parent_out, &sent, bytes), bytes) ||
        !passed(read(channel.parent_in, &sent, bytes), bytes))
        peer_lost();
}

void channel_serve(const struct array *array, void (*report)(void))
{
    const int in = channel.peer_in, out = channel.peer_out;
    const size_t bytes = channel.message_bytes;
    uint64_t message = 0;
    while (passed(read(in, &message, bytes), bytes)) {
        if (message == MESSAGE_WALK)
            array_walk(array);
        else if (message == MESSAGE_REPORT)
            report();
        if (!passed(write(out, &message, bytes), bytes) || message == MESSAGE_QUIT)
            return;
    }
}

void channel_become_parent(void)
{
    close(channel.peer_out);
    close(channel.peer_in);
}

void channel_become_peer(void)
{
    close(channel.parent_out);
    close(channel.parent_in);
}
