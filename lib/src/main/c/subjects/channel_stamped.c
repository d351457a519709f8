/* The flow over descriptors, stamped; runner/stamped_flow.h says what is between the stamps. */
#include <unistd.h>

#include "../runner/failure.h"
#include "../runner/peer.h"
#include "../runner/stamped_flow.h"
#include "../runner/ticks.h"
#include "channel.h"

/* Answers false if a message did not pass. */
static __attribute__((noinline)) bool run(int out, int in, const struct array *array,
                                          struct round_stamps *ring, uint64_t rounds)
{
    const enum tick_source source = tick_source();
    const size_t bytes = channel.message_bytes;
    uint64_t message = MESSAGE_WALK;
    for (uint64_t round = 0; round < rounds; round++) {
        struct round_stamps *stamps = &ring[round % RING_ROUNDS];
        uint64_t begun = ticks_now(source);
        array_walk_as_asked(array);
        uint64_t walked = ticks_now(source);
        stamps->begun = begun;
        stamps->walked = walked;
        if (!passed(write(out, &message, bytes), bytes) || !passed(read(in, &message, bytes), bytes))
            return false;
        stamps->answered = ticks_now(source);
    }
    return true;
}

static void alone(const struct array *array, struct round_stamps *ring, uint64_t rounds)
{
    if (!run(channel.own_out, channel.own_in, array, ring, rounds))
        fail("this should not happen: please report it", "write or read(own channel)");
}

static void pair(const struct array *array, struct round_stamps *ring, uint64_t rounds)
{
    if (!run(channel.parent_out, channel.parent_in, array, ring, rounds))
        peer_lost();
}

static void serve(const struct array *array, struct round_stamps *ring,
                  void (*obey)(enum message message))
{
    const enum tick_source source = tick_source();
    const int in = channel.peer_in, out = channel.peer_out;
    const size_t bytes = channel.message_bytes;
    uint64_t message = 0, round = 0;
    while (passed(read(in, &message, bytes), bytes)) {
        if (message == MESSAGE_WALK) {
            struct round_stamps *stamps = &ring[round++ % RING_ROUNDS];
            uint64_t begun = ticks_now(source);
            array_walk_as_asked(array);
            uint64_t walked = ticks_now(source);
            stamps->begun = begun;
            stamps->walked = walked;
        } else {
            obey((enum message)message);
            round = 0;
        }
        if (!passed(write(out, &message, bytes), bytes) || message == MESSAGE_QUIT)
            return;
    }
}

const struct stamped_flow channel_stamped = {alone, pair, serve};
