/* Both processes are made anew for each phase, so that no phase finds the pages of another. What is
   between the marks is the measured loop alone, the same machine code that is timed on hardware. */
#include "phase.h"

#include <inttypes.h>
#include <pthread.h>
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../runner/failure.h"
#include "../runner/peer.h"
#include "../runner/stack.h"
#include "complaints.h"
#include "host.h"
#include "mark.h"
#include "placement.h"
#include "timer.h"

enum { FIFO_PRIORITY = 50 };

static const struct plan *plan;
static const struct phase *phase;

/* batch_run calls the flow twice: to warm up what the report message disturbed, then in earnest. */
static bool in_earnest;

typedef void flow(const struct array *array, uint64_t rounds);

static void counted(flow *run, const struct array *array, uint64_t rounds)
{
    if (!in_earnest) {
        run(array, rounds);
        in_earnest = true;
        return;
    }
    if (plan->timer_off)
        timer_hold();
    mark(plan->marks, MARK_PHASE_BEGIN);
    run(array, rounds);
    mark(plan->marks, MARK_PHASE_END);
    if (plan->timer_off)
        timer_release();
}

static void counted_single(const struct array *array, uint64_t rounds)
{
    counted(phase->options.subject->single, array, rounds);
}

static void counted_pair(const struct array *array, uint64_t rounds)
{
    counted(phase->options.subject->pair, array, rounds);
}

static void warm_up(const struct bench *bench)
{
    if (phase->variant == VARIANT_PAIR)
        bench->subject->pair(&bench->array, phase->warm_rounds);
    else
        bench->subject->single(&bench->array, phase->warm_rounds);
}

static void run_with_peer(void *argument)
{
    struct batch *batch = argument;
    const struct options *options = &phase->options;
    struct bench bench = {
        .subject = options->subject,
        .array = array_map(options->array_bytes, options->stride_bytes, options->page_bytes),
    };
    peer_report(); /* answered once the peer's array is touched */
    warm_up(&bench);
    struct subject marked = *options->subject;
    marked.single = counted_single;
    marked.pair = counted_pair;
    bench.subject = &marked;
    *batch = batch_run(&bench, phase->variant, phase->rounds);
    peer_stop();
}

static void announce_peer(void)
{
    mark(plan->marks, MARK_PEER);
}

static void take_fifo(void)
{
    struct sched_param parameters = {.sched_priority = FIFO_PRIORITY};
    if (sched_setscheduler(0, SCHED_FIFO, &parameters) == -1)
        host_give_up("sched_setscheduler(SCHED_FIFO, %d)", FIFO_PRIORITY);
}

static _Noreturn void live_as_phase(size_t number)
{
    host_close();
    take_fifo();
    if (plan->timer_off)
        timer_map();
    mark_page_map(plan->marks);
    mark(plan->marks, MARK_PARENT);
    pthread_atfork(NULL, NULL, announce_peer);
    struct placement placement = placement_choose(plan, number);
    struct batch batch;
    peer_start(&phase->options, placement.peer_stack_bytes, peer_serve);
    on_shifted_stack(placement.parent_stack_bytes, run_with_peer, &batch);
    host_open();
    host_say("phase number=%zu switches=%" PRId64 " switchesExpected=%" PRIu64, number,
             batch.switches.voluntary + batch.switches.involuntary, batch.switches_expected);
    _exit(EXIT_DONE);
}

void phase_run(const struct plan *whole, size_t number)
{
    plan = whole;
    phase = &whole->phases[number];
    pid_t pid = fork();
    if (pid == -1)
        host_give_up("fork(phase %zu)", number);
    if (pid == 0)
        live_as_phase(number);
    int status;
    if (waitpid(pid, &status, 0) == -1)
        host_give_up("waitpid(phase %zu)", number);
    if (status == 0)
        return;
    char cause[512];
    complaints_last(cause, sizeof cause);
    host_say("error phase %zu ended with status %#x: %s", number, (unsigned)status, cause);
    host_power_off();
}
