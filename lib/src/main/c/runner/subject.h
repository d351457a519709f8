/* What is measured: one flow of messages, with and without switches, one loop a function.

   A subject lives in a file of its own under subjects/ and stands in the table of subjects.c. Its
   state (descriptors, shared pages) is static in that file: a runner measures one subject. */
#ifndef SWITCHLAB_SUBJECT_H
#define SWITCHLAB_SUBJECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "array.h"

/* What a message asks of the peer. Every message is answered with itself. */
enum message {
    MESSAGE_WALK = 'w',   /* walk the array: the measured flow */
    MESSAGE_REPORT = 'r', /* publish switch counts and CPU */
    MESSAGE_REDRAW = 'd', /* stamped sessions: walk another array from now on */
    MESSAGE_ALONE = 'a',  /* stamped sessions: run rounds alone, then answer */
    MESSAGE_QUIT = 'q'    /* answer, then return from serve */
};

/* Where the peer lives, and so what a switch has to change. */
enum scope {
    SCOPE_PROCESS, /* a forked process: another address space */
    SCOPE_THREAD,  /* another thread of the kernel's in this process */
    SCOPE_USER     /* another stack on the same thread of the kernel's, which knows nothing of it */
};

struct stamped_flow;

struct subject {
    const char *name;    /* as on the command line */
    const char *rung;    /* its second name, if the ladder of switches calls it otherwise; or NULL */
    const char *summary; /* one line for --help */
    enum scope scope;
    bool one_cpu;      /* a peer on another CPU would run beside the parent: no switch would be made */
    bool shares_array; /* both sides walk one array, which is wrong: see pipe_pair.c */

    /* Creates what both sides share; runs before there is a peer. */
    void (*open)(void);

    /* SCOPE_PROCESS: after the fork, each process gives back the ends it does not use, so that the
       death of one is seen by the other. NULL if there are none. */
    void (*become_parent)(void);
    void (*become_peer)(void);

    /* SCOPE_USER: makes the peer, which calls body(argument) at the latest when the parent first waits
       for it. */
    void (*create)(void (*body)(void *), void *argument, size_t stack_bytes);

    /* SCOPE_USER: switches made so far, which the kernel cannot count. */
    int64_t (*switches)(void);

    /* The two timed loops, run by the parent. Both end the process if the peer is lost. */
    void (*single)(const struct array *array, uint64_t rounds);
    void (*pair)(const struct array *array, uint64_t rounds);

    /* One message and its answer, without a walk in the parent. */
    void (*exchange)(enum message message);

    /* The peer's loop: answers until MESSAGE_QUIT or the parent's end. A subject without a loop keeps
       both arguments and returns. */
    void (*serve)(const struct array *array, void (*report)(void));

    /* The same flow with stamps, stamped_flow.h; NULL if there is none. */
    const struct stamped_flow *stamped;
};

/* What a timeline runs. */
extern const struct subject pipe_pair_traced;

/* The subject of that name or rung, or NULL. */
const struct subject *subject_named(const char *name);

/* All subjects; NULL ends the table. */
extern const struct subject *const subjects[];

#endif
