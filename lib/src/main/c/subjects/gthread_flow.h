/* The message flow on the library of gthread/: the paper's user-level half.

   A message lies in a slot of shared memory behind a mutex. To send or receive is to lock, look, write
   or read if the slot allows it, and unlock; who cannot proceed yields and looks again:

       single   parent: send and receive its own, walk
       pair     parent: walk, send to the peer, receive its answer     peer: receive, walk, send

   so that a pair round is two single rounds, two switches, and for each switch the look that found
   nothing. That look is part of what such a library costs, as the blocked read is of a pipe's.

   Included by one file a variant, behind its policy; gthread/gthread.h says how. */
#ifndef SWITCHLAB_GTHREAD_FLOW_H
#define SWITCHLAB_GTHREAD_FLOW_H

#include "../gthread/gthread.h"
#include "../runner/subject.h"

struct slot {
    struct gthread_mutex mutex;
    bool full;
    enum message message;
};

static struct slot own, to_peer, to_parent;

static inline bool try_put(struct slot *slot, enum message message)
{
    gthread_mutex_lock(&slot->mutex);
    bool free = !slot->full;
    if (free) {
        slot->message = message;
        slot->full = true;
    }
    gthread_mutex_unlock(&slot->mutex);
    return free;
}

static inline bool try_take(struct slot *slot, enum message *message)
{
    gthread_mutex_lock(&slot->mutex);
    bool full = slot->full;
    if (full) {
        *message = slot->message;
        slot->full = false;
    }
    gthread_mutex_unlock(&slot->mutex);
    return full;
}

static inline void put(struct slot *slot, enum message message)
{
    while (!try_put(slot, message))
        gthread_yield();
}

static inline enum message take(struct slot *slot)
{
    enum message message;
    while (!try_take(slot, &message))
        gthread_yield();
    return message;
}

static void single(const struct array *array, uint64_t rounds)
{
    for (uint64_t round = 0; round < rounds; round++) {
        put(&own, MESSAGE_WALK);
        take(&own);
        array_walk(array);
    }
}

static void pair(const struct array *array, uint64_t rounds)
{
    for (uint64_t round = 0; round < rounds; round++) {
        array_walk(array);
        put(&to_peer, MESSAGE_WALK);
        take(&to_parent);
    }
}

static void exchange(enum message message)
{
    put(&to_peer, message);
    take(&to_parent);
}

static void serve(const struct array *array, void (*report)(void))
{
    enum message message;
    do {
        message = take(&to_peer);
        if (message == MESSAGE_WALK)
            array_walk(array);
        else if (message == MESSAGE_REPORT)
            report();
        put(&to_parent, message);
    } while (message != MESSAGE_QUIT);
}

static void open_nothing(void)
{
}

static void create(void (*body)(void *), void *argument, size_t stack_bytes)
{
    gthread_create(body, argument, stack_bytes);
}

static int64_t switches(void)
{
    return scheduler.switches;
}

#include "gthread_stamped.h"

#define GTHREAD_SUBJECT(name_, summary_)                                                          \
    {                                                                                             \
        .name = (name_), .summary = (summary_), .scope = SCOPE_USER, .open = open_nothing,        \
        .create = create, .switches = switches, .single = single, .pair = pair,                   \
        .exchange = exchange, .serve = serve, .stamped = &stamped                                 \
    }

#endif
