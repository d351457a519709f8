/* The message flow on a switcher alone: two stacks, no run queue, no mutex. Each side knows the other
   and switches to it:

       single   parent: leave and find its own message, walk
       pair     parent: walk, leave a message, switch     peer: walk, switch back

   Included by one file a switcher, behind its definition:

       static const struct switcher switcher = {…}; */
#ifndef SWITCHLAB_BARE_FLOW_H
#define SWITCHLAB_BARE_FLOW_H

#include "../gthread/annotations.h"
#include "../gthread/guarded_stack.h"
#include "../runner/subject.h"

struct side {
    union context context;
    struct annotated_stack annotated;
};

static struct side parent, peer;
static volatile enum message message; /* written and read in memory, as every subject does */
static int64_t count;

static void (*peer_body)(void *);
static void *peer_argument;

static inline void switch_sides(struct side *from, struct side *to)
{
    count++;
    annotate_leave(&from->annotated, &to->annotated);
    switcher.swap(&from->context, &to->context);
    annotate_arrive(&from->annotated, &to->annotated);
}

static void begin(void)
{
    annotate_arrive(&peer.annotated, &parent.annotated);
    peer_body(peer_argument);
    switch_sides(&peer, &parent); /* for good */
}

static void create(void (*body)(void *), void *argument, size_t stack_bytes)
{
    struct guarded_stack *stack = stack_map(stack_bytes, 1);
    peer_body = body;
    peer_argument = argument;
    peer.annotated = (struct annotated_stack){.lowest = stack->lowest, .bytes = stack->bytes};
    switcher.prepare(&peer.context, stack->lowest, stack->bytes, begin);
}

static void single(const struct array *array, uint64_t rounds)
{
    for (uint64_t round = 0; round < rounds; round++) {
        message = MESSAGE_WALK;
        if (message == MESSAGE_WALK)
            array_walk(array);
    }
}

static void exchange(enum message sent)
{
    message = sent;
    switch_sides(&parent, &peer);
}

static void pair(const struct array *array, uint64_t rounds)
{
    for (uint64_t round = 0; round < rounds; round++) {
        array_walk(array);
        message = MESSAGE_WALK;
        switch_sides(&parent, &peer);
    }
}

static void serve(const struct array *array, void (*report)(void))
{
    for (enum message received; (received = message) != MESSAGE_QUIT;) {
        if (received == MESSAGE_WALK)
            array_walk(array);
        else
            report();
        switch_sides(&peer, &parent);
    }
}

static void open_nothing(void)
{
}

static int64_t switches(void)
{
    return count;
}

#define BARE_SUBJECT(name_, summary_)                                                             \
    {                                                                                             \
        .name = (name_), .summary = (summary_), .scope = SCOPE_USER, .open = open_nothing,        \
        .create = create, .switches = switches, .single = single, .pair = pair,                   \
        .exchange = exchange, .serve = serve                                                      \
    }

#endif
