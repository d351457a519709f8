/* The traced process and its peer, a process or a thread: letting them go and learning why they stop. */
#ifndef SWITCHLAB_TRACEE_H
#define SWITCHLAB_TRACEE_H

#include <stdbool.h>
#include <sys/ptrace.h>
#include <sys/types.h>

/* Why a tracee does not go on. */
enum event {
    EVENT_SLEPT, /* it waits for the other */
    EVENT_CALL,  /* it is about to make a system call */
    EVENT_STEP,  /* it has executed one instruction */
    EVENT_MARK,  /* it got SIGUSR1, which it is not given */
    EVENT_OTHER
};

struct tracee {
    pid_t tid;
    bool resumed; /* let go, and not yet seen to stop */
    bool ready;   /* has stopped with that status, which is to be looked at when it is its turn */
    int status;
};

/* The peer's tid is 0 until there is one. */
extern struct tracee leader, peer;

/* Called in a child: lets its parent trace it and stops until the parent does. */
void tracee_invite(void);

/* Makes that child the leader, and what it will start the peer. */
void tracee_attach(pid_t child);

/* Lets it go on until it stops or sleeps; one that slept has been let go already. Ends the process with
   a message if the tracee is gone. */
enum event tracee_advance(struct tracee *tracee, bool single_step);

/* Whether it would go on if it were let go: it neither sleeps nor runs. */
bool tracee_can_run(const struct tracee *tracee);

/* The peer of the leader, the leader of the peer; the leader itself while it is alone. */
struct tracee *tracee_other(const struct tracee *tracee);

/* Where a stopped tracee stands, and in which system call. */
struct __ptrace_syscall_info tracee_stop(const struct tracee *tracee);

/* Kills both. */
void tracee_end(void);

#endif
