/* User-level threads in the manner of the gthread library that the paper measured: round robin over
   a FIFO run queue, a mutex that yields while it is taken, optional preemption.

   Written from the published description of what it does, none of its code. What it does beside
   switching is what the paper's number is made of, and can be left out piece by piece: the file that
   includes this one defines before it

       static const struct policy policy = {…};

   and so gets a library of its own, with its own run queue, in which the compiler has decided every
   question of policy: no branch on it is left in what is measured. The paper's library was built
   without optimisation; this one is with -O2, like everything it is compared with.

   One kernel thread only. Every live thread but the running one stands in the run queue. */
#ifndef SWITCHLAB_GTHREAD_H
#define SWITCHLAB_GTHREAD_H

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include "../runner/failure.h"
#include "annotations.h"
#include "guarded_stack.h"
#include "policy.h"
#include "preemption.h"
#include "run_queue.h"

struct gthread {
    union context context;
    struct guarded_stack *stack; /* NULL for the first thread */
    struct annotated_stack annotated;
    void (*body)(void *);
    void *argument;
    struct run_node node; /* where policy does not allocate one */
    volatile sig_atomic_t ended; /* may change whenever another runs */
};

struct gthread_mutex {
    bool taken;
};

static struct {
    struct run_queue queue;
    struct gthread main; /* on the stack that the process began on */
    struct gthread *running;
    struct gthread *left; /* who ran before */
    unsigned created;
    int64_t switches;
} scheduler = {.running = &scheduler.main};

static inline void gthread_enqueue(struct gthread *thread)
{
    struct run_node *node = policy.allocates ? malloc(sizeof *node) : &thread->node;
    if (policy.allocates && node == NULL)
        fail("lift the memory limit (ulimit -v, cgroup)", "malloc(node of the run queue)");
    node->thread = thread;
    run_queue_append(&scheduler.queue, node);
}

static inline struct gthread *gthread_dequeue(void)
{
    struct run_node *node = run_queue_take(&scheduler.queue);
    struct gthread *thread = node->thread;
    if (policy.allocates)
        free(node);
    return thread;
}

static inline void gthread_switch_to(struct gthread *next)
{
    struct gthread *self = scheduler.running;
    if (next == self)
        return; /* alone: that is no switch and is not counted */
    scheduler.left = self;
    scheduler.running = next;
    scheduler.switches++;
    annotate_leave(&self->annotated, &next->annotated);
    policy.switcher.swap(&self->context, &next->context);
    annotate_arrive(&self->annotated, &scheduler.left->annotated);
}

/* Gives way with preemption held: also at the end of a quantum. */
static inline void gthread_give_way(void)
{
    gthread_enqueue(scheduler.running);
    gthread_switch_to(gthread_dequeue());
}

/* To the tail of the run queue; returns when its turn comes again. */
static inline void gthread_yield(void)
{
    if (policy.masks)
        preemption_hold();
    gthread_give_way();
    if (policy.masks)
        preemption_release();
}

/* Ends the running thread. Somebody is left to run: the first thread never ends. */
static inline void gthread_exit(void)
{
    if (policy.masks)
        preemption_hold();
    scheduler.running->ended = true;
    gthread_switch_to(gthread_dequeue());
    abort(); /* nobody switches to an ended thread */
}

/* Where each thread begins: switched to with preemption held. */
static inline void gthread_begin(void)
{
    struct gthread *self = scheduler.running;
    annotate_arrive(&self->annotated, &scheduler.left->annotated);
    if (policy.masks)
        preemption_release();
    self->body(self->argument);
    gthread_exit();
}

/* A thread that will run body(argument) when its turn comes; it ends where body returns. Ends the
   process with a message where the machine refuses. */
static inline struct gthread *gthread_create(void (*body)(void *), void *argument,
                                             size_t stack_bytes)
{
    struct gthread *thread = calloc(1, sizeof *thread);
    if (thread == NULL)
        fail("use fewer user-level threads, or lift the memory limit (ulimit -v, cgroup)",
             "calloc(user-level thread)");
    if (policy.masks)
        preemption_hold();
    thread->body = body;
    thread->argument = argument;
    thread->stack = stack_map(stack_bytes, ++scheduler.created);
    char *lowest = thread->stack->lowest;
    thread->annotated = (struct annotated_stack){.lowest = lowest, .bytes = thread->stack->bytes};
    policy.switcher.prepare(&thread->context, lowest, thread->stack->bytes, gthread_begin);
    gthread_enqueue(thread);
    if (policy.masks)
        preemption_release();
    return thread;
}

/* Yields until the thread has ended, and frees it. */
static inline void gthread_join(struct gthread *thread)
{
    while (!thread->ended)
        gthread_yield();
    stack_unmap(thread->stack);
    free(thread);
}

/* Round robin by the clock too: whoever has run for a quantum gives way. Where policy does not mask,
   the signal could find the run queue half changed: refused. Between start and end no thread may be
   in a function that does not bear to be called again by another thread meanwhile, malloc for one. */
static inline void gthread_preempt_every(uint64_t quantum_us)
{
    if (!policy.masks)
        give_up("preemption needs a library that masks the timer's signal around its switches");
    preemption_start(quantum_us, gthread_give_way);
}

/* Atomic because a quantum may end between the look and the taking. */
static inline void gthread_mutex_lock(struct gthread_mutex *mutex)
{
    while (__atomic_test_and_set(&mutex->taken, __ATOMIC_ACQUIRE))
        gthread_yield();
}

static inline void gthread_mutex_unlock(struct gthread_mutex *mutex)
{
    __atomic_clear(&mutex->taken, __ATOMIC_RELEASE);
}

#endif
