/* Futexes: the message lies in shared memory, and the kernel is asked only to wake and to sleep.

       single   parent: put and wake nobody, take, walk
       pair     parent: walk, put and wake the peer, sleep, take
                peer:   sleep, take, walk, put and wake the parent

   Whoever finds his message there does not sleep: single makes one system call a round, pair two a
   switch. The second is part of what the switch costs. */
#include "box.h"

static struct {
    struct box own, to_peer, to_parent;
} *boxes;

static int private_flag;

static void open_between_processes(void)
{
    boxes = boxes_map(sizeof *boxes);
}

static void open_between_threads(void)
{
    private_flag = FUTEX_PRIVATE_FLAG;
    boxes = boxes_map(sizeof *boxes);
}

static void single(const struct array *array, uint64_t rounds)
{
    struct box *own = &boxes->own;
    for (uint64_t round = 0; round < rounds; round++) {
        box_send(own, MESSAGE_WALK, private_flag);
        box_receive(own, private_flag);
        array_walk(array);
    }
}

static void pair(const struct array *array, uint64_t rounds)
{
    struct box *out = &boxes->to_peer, *in = &boxes->to_parent;
    for (uint64_t round = 0; round < rounds; round++) {
        array_walk(array);
        box_send(out, MESSAGE_WALK, private_flag);
        box_receive(in, private_flag);
    }
}

static void exchange(enum message message)
{
    box_send(&boxes->to_peer, message, private_flag);
    box_receive(&boxes->to_parent, private_flag);
}

static void serve(const struct array *array, void (*report)(void))
{
    enum message message;
    do {
        message = box_receive(&boxes->to_peer, private_flag);
        if (message == MESSAGE_WALK)
            array_walk(array);
        else if (message == MESSAGE_REPORT)
            report();
        box_send(&boxes->to_parent, message, private_flag);
    } while (message != MESSAGE_QUIT);
}

const struct subject futex_process = {
    .name = "futex-process",
    .summary = "two processes, a message in shared memory, futexes to sleep on",
    .scope = SCOPE_PROCESS,
    .open = open_between_processes,
    .single = single,
    .pair = pair,
    .exchange = exchange,
    .serve = serve,
};

const struct subject futex_thread = {
    .name = "futex-thread",
    .summary = "two threads, a message in shared memory, futexes to sleep on",
    .scope = SCOPE_THREAD,
    .open = open_between_threads,
    .single = single,
    .pair = pair,
    .exchange = exchange,
    .serve = serve,
};
