#include "tracer.h"

#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "tracee.h"

void tracer_mark(void)
{
    syscall(SYS_tgkill, getpid(), gettid(), SIGUSR1);
}

static void count(struct counts *counts, enum counting counting, enum event event,
                  const struct tracee *tracee)
{
    if (counting == COUNT_INSTRUCTIONS && event == EVENT_STEP)
        counts->instructions++;
    if (counting != COUNT_CALLS || event != EVENT_CALL)
        return;
    uint64_t number = tracee_stop(tracee).entry.nr;
    counts->calls++;
    if (number < CALL_NUMBERS)
        counts->calls_by_number[number]++;
}

/* Single steps do not show which system call is made: there the function tells. */
static bool is_yielding(enum event event, const struct tracee *tracee)
{
    if (event == EVENT_CALL)
        return tracee_stop(tracee).entry.nr == SYS_sched_yield;
    return event == EVENT_STEP && tracee_stop(tracee).instruction_pointer == (uint64_t)sched_yield;
}

void tracer_run(enum counting counting, struct counts *counts)
{
    struct tracee *running = &leader;
    bool peer_slept = peer.resumed; /* how it was let go then decides how it stops, once */
    for (;;) {
        enum event event = tracee_advance(running, counting == COUNT_INSTRUCTIONS);
        if (event == EVENT_MARK)
            return;
        bool belongs_before = running == &peer && peer_slept;
        if (belongs_before && event != EVENT_SLEPT)
            peer_slept = false;
        if (!belongs_before)
            count(counts, counting, event, running);
        if (event == EVENT_SLEPT ||
            (is_yielding(event, running) && tracee_can_run(tracee_other(running))))
            running = tracee_other(running);
    }
}
