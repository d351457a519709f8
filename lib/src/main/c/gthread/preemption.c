#include "preemption.h"

#include <signal.h>
#include <stddef.h>
#include <sys/time.h>

#include "../runner/failure.h"

static void (*yield_to_next)(void);

/* Blocks or lets in the timer. Only a filter of system calls refuses it. */
static void mask(int how)
{
    sigset_t timer;
    sigemptyset(&timer);
    sigaddset(&timer, SIGVTALRM);
    if (sigprocmask(how, &timer, NULL) == -1)
        fail("let the filter of system calls allow it", "sigprocmask()");
}

void preemption_hold(void)
{
    mask(SIG_BLOCK);
}

void preemption_release(void)
{
    mask(SIG_UNBLOCK);
}

static void quantum_ended(int number)
{
    (void)number;
    yield_to_next();
}

void preemption_start(uint64_t quantum_us, void (*yield)(void))
{
    yield_to_next = yield;
    struct sigaction action = {.sa_handler = quantum_ended, .sa_flags = SA_RESTART};
    struct timeval quantum = {.tv_sec = (time_t)(quantum_us / 1000000),
                              .tv_usec = (suseconds_t)(quantum_us % 1000000)};
    struct itimerval timer = {quantum, quantum};
    if (sigaction(SIGVTALRM, &action, NULL) == -1 || setitimer(ITIMER_VIRTUAL, &timer, NULL) == -1)
        fail("this should not happen: please report it", "setitimer(ITIMER_VIRTUAL)");
}
