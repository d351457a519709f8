/* sched_yield: nobody sleeps and nobody is woken; the kernel is asked to let somebody else run.

       single   parent: put, yield while alone, take, walk
       pair     parent: walk, put, yield until answered, take
                peer:   yield until there is a message, take, walk, put

   A peer that yields for ever would be switched to in single too. So it sleeps between pair batches:
   pair first tells it how many rounds there are and wakes it, and after the last of them it sleeps
   again, which is that round's switch. That costs two system calls a batch, whatever its rounds.

   Only under SCHED_FIFO must a yield go to the other side. A fair scheduler may give the CPU back to
   who yields; he then yields again, and the cost of a switch is that of all the yields it took. */
#include <sched.h>

#include "box.h"

static struct {
    struct box own, to_peer, to_parent;
    struct box command; /* what the sleeping peer waits for; answered in to_parent, but for walks */
    uint64_t rounds;    /* that the command to walk means */
} *boxes;

static void open_boxes(void)
{
    boxes = boxes_map(sizeof *boxes);
}

static inline void receive_yielding(struct box *box)
{
    while (box_look(box) == 0)
        sched_yield();
    box_empty(box);
}

static void single(const struct array *array, uint64_t rounds)
{
    struct box *own = &boxes->own;
    for (uint64_t round = 0; round < rounds; round++) {
        box_put(own, MESSAGE_WALK);
        sched_yield();
        receive_yielding(own);
        array_walk(array);
    }
}

static void pair(const struct array *array, uint64_t rounds)
{
    struct box *out = &boxes->to_peer, *in = &boxes->to_parent;
    boxes->rounds = rounds;
    box_send(&boxes->command, MESSAGE_WALK, 0);
    for (uint64_t round = 0; round < rounds; round++) {
        array_walk(array);
        box_put(out, MESSAGE_WALK);
        receive_yielding(in);
    }
}

static void exchange(enum message message)
{
    box_send(&boxes->command, message, 0);
    box_receive(&boxes->to_parent, 0);
}

static void serve_rounds(const struct array *array)
{
    struct box *in = &boxes->to_peer, *out = &boxes->to_parent;
    for (uint64_t left = boxes->rounds; left > 0; left--) {
        receive_yielding(in);
        array_walk(array);
        box_put(out, MESSAGE_WALK);
    }
}

static void serve(const struct array *array, void (*report)(void))
{
    enum message message;
    do {
        message = box_receive(&boxes->command, 0);
        if (message == MESSAGE_WALK) {
            serve_rounds(array);
            continue;
        }
        if (message == MESSAGE_REPORT)
            report();
        box_send(&boxes->to_parent, message, 0);
    } while (message != MESSAGE_QUIT);
}

const struct subject sched_yield_process = {
    .name = "sched-yield-process",
    .summary = "two processes, a message in shared memory, sched_yield until it comes",
    .scope = SCOPE_PROCESS,
    .one_cpu = true,
    .open = open_boxes,
    .single = single,
    .pair = pair,
    .exchange = exchange,
    .serve = serve,
};

const struct subject sched_yield_thread = {
    .name = "sched-yield-thread",
    .summary = "two threads, a message in shared memory, sched_yield until it comes",
    .scope = SCOPE_THREAD,
    .one_cpu = true,
    .open = open_boxes,
    .single = single,
    .pair = pair,
    .exchange = exchange,
    .serve = serve,
};
