/* The flow on the library of gthread/, stamped; runner/stamped_flow.h says what is between the stamps.
   Included by gthread_flow.h, behind the messages it passes. */
#ifndef SWITCHLAB_GTHREAD_STAMPED_H
#define SWITCHLAB_GTHREAD_STAMPED_H

#include "../runner/stamped_flow.h"
#include "../runner/ticks.h"

static __attribute__((noinline)) void run_stamped(struct slot *out, struct slot *in,
                                                  const struct array *array,
                                                  struct round_stamps *ring, uint64_t rounds)
{
    const enum tick_source source = tick_source();
    for (uint64_t round = 0; round < rounds; round++) {
        struct round_stamps *stamps = &ring[round % RING_ROUNDS];
        uint64_t begun = ticks_now(source);
        array_walk_as_asked(array);
        uint64_t walked = ticks_now(source);
        stamps->begun = begun;
        stamps->walked = walked;
        put(out, MESSAGE_WALK);
        take(in);
        stamps->answered = ticks_now(source);
    }
}

static void alone_stamped(const struct array *array, struct round_stamps *ring, uint64_t rounds)
{
    run_stamped(&own, &own, array, ring, rounds);
}

static void pair_stamped(const struct array *array, struct round_stamps *ring, uint64_t rounds)
{
    run_stamped(&to_peer, &to_parent, array, ring, rounds);
}

static void serve_stamped(const struct array *array, struct round_stamps *ring,
                          void (*obey)(enum message message))
{
    const enum tick_source source = tick_source();
    uint64_t round = 0;
    enum message message;
    do {
        message = take(&to_peer);
        if (message == MESSAGE_WALK) {
            struct round_stamps *stamps = &ring[round++ % RING_ROUNDS];
            uint64_t begun = ticks_now(source);
            array_walk_as_asked(array);
            uint64_t walked = ticks_now(source);
            stamps->begun = begun;
            stamps->walked = walked;
        } else {
            obey(message);
            round = 0;
        }
        put(&to_parent, message);
    } while (message != MESSAGE_QUIT);
}

static const struct stamped_flow stamped = {alone_stamped, pair_stamped, serve_stamped};

#endif
