/* call: the floor. The peer is a function: to send is to call it, to receive its answer is that it
   returns.

       single   parent: leave and find its own message, walk
       pair     parent: walk, call     peer: walk, return

   A call and its return stand for the two switches of a round and are counted as two. The peer has its
   own array, like every peer. */
#include "../runner/subject.h"

static struct array peer_array;
static void (*peer_report)(void);
static volatile enum message message;
static int64_t count;

/* Not inlined: the call is what is measured. */
static __attribute__((noinline)) void peer(void)
{
    count += 2;
    if (message == MESSAGE_WALK)
        array_walk(&peer_array);
    else if (message == MESSAGE_REPORT)
        peer_report();
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
    peer();
}

static void pair(const struct array *array, uint64_t rounds)
{
    for (uint64_t round = 0; round < rounds; round++) {
        array_walk(array);
        message = MESSAGE_WALK;
        peer();
    }
}

static void serve(const struct array *array, void (*report)(void))
{
    peer_array = *array;
    peer_report = report;
}

static void open_nothing(void)
{
}

static void create(void (*body)(void *), void *argument, size_t stack_bytes)
{
    (void)stack_bytes; /* the parent's */
    body(argument);
}

static int64_t switches(void)
{
    return count;
}

const struct subject call = {
    .name = "call",
    .summary = "the floor: a function is called and returns",
    .scope = SCOPE_USER,
    .open = open_nothing,
    .create = create,
    .switches = switches,
    .single = single,
    .pair = pair,
    .exchange = exchange,
    .serve = serve,
};
