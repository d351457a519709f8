#include "tracer.h"

#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "failure.h"

static const char ptrace_repair[] =
    "tracing is refused here: set kernel.yama.ptrace_scope below 3, run outside of other tracers, and "
    "in a container allow ptrace (docker: --cap-add SYS_PTRACE)";

enum event {
    EVENT_SLEPT,
    EVENT_CALL, /* about to make a system call */
    EVENT_STEP, /* made one instruction */
    EVENT_MARK,
    EVENT_OTHER
};

enum { LOOK_AGAIN_US = 20 };

struct task {
    pid_t tid;
    bool resumed; /* let go, and not yet seen to stop */
    bool ready;   /* has stopped with that status, which is to be looked at when it is its turn */
    int status;
};

static struct task leader, peer;

void tracer_invite(void)
{
    if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) == -1)
        fail(ptrace_repair, "ptrace(PTRACE_TRACEME)");
    raise(SIGSTOP);
}

void tracer_mark(void)
{
    syscall(SYS_tgkill, getpid(), gettid(), SIGUSR1);
}

static _Noreturn void tracee_gone(int status)
{
    if (WIFSIGNALED(status))
        give_up("the traced process was killed by signal %d (%s)", WTERMSIG(status),
                strsignal(WTERMSIG(status)));
    _exit(WEXITSTATUS(status) != EXIT_DONE ? WEXITSTATUS(status) : EXIT_FAILED); /* it said why */
}

void tracer_attach(pid_t child)
{
    int status;
    if (waitpid(child, &status, 0) == -1)
        fail("this should not happen: please report it", "waitpid(%d)", child);
    if (!WIFSTOPPED(status))
        tracee_gone(status);
    long options = PTRACE_O_EXITKILL | PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACECLONE |
                   PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK;
    if (ptrace(PTRACE_SETOPTIONS, child, NULL, options) == -1)
        fail(ptrace_repair, "ptrace(PTRACE_SETOPTIONS)");
    leader = (struct task){.tid = child};
    peer = (struct task){0};
}

/* Whether the kernel has it waiting for something: the state behind the name, proc(5). */
static bool is_asleep(pid_t tid)
{
    char path[64], line[512];
    snprintf(path, sizeof path, "/proc/%d/stat", tid);
    FILE *stat = fopen(path, "re");
    if (stat == NULL)
        return false;
    bool read = fgets(line, sizeof line, stat) != NULL;
    fclose(stat);
    const char *name_end = read ? strrchr(line, ')') : NULL;
    return name_end != NULL && name_end[1] == ' ' && name_end[2] == 'S';
}

static struct __ptrace_syscall_info stop_info(pid_t tid)
{
    struct __ptrace_syscall_info info = {0};
    if (ptrace(PTRACE_GET_SYSCALL_INFO, tid, sizeof info, &info) == -1)
        fail("it needs Linux 5.3 or later", "ptrace(PTRACE_GET_SYSCALL_INFO)");
    return info;
}

/* A new process or thread is the peer; it stops by itself. */
static struct task *task_of(pid_t tid)
{
    if (tid == leader.tid)
        return &leader;
    if (peer.tid == 0)
        peer = (struct task){.tid = tid, .resumed = true};
    return &peer;
}

static struct task *other(const struct task *task)
{
    return task == &leader && peer.tid != 0 ? &peer : &leader;
}

static bool is_stopped(const struct task *task)
{
    return !task->resumed || task->ready;
}

/* Takes the news of whoever has stopped, if any; waits for some unless told not to. */
static void take_stop(int options)
{
    int status;
    pid_t tid = waitpid(-1, &status, __WALL | options);
    if (tid == -1)
        fail("this should not happen: please report it", "waitpid(the traced process)");
    if (tid == 0)
        return;
    struct task *task = task_of(tid);
    task->ready = true;
    task->status = status;
}

static enum event event_of(const struct task *task)
{
    if (!WIFSTOPPED(task->status))
        tracee_gone(task->status);
    int signal = WSTOPSIG(task->status);
    if (task->status >> 16 != 0)
        return EVENT_OTHER; /* it has started the peer */
    if (signal == SIGUSR1)
        return EVENT_MARK;
    if (signal == SIGTRAP)
        return EVENT_STEP;
    if (signal == (SIGTRAP | 0x80)) /* PTRACE_O_TRACESYSGOOD */
        return stop_info(task->tid).op == PTRACE_SYSCALL_INFO_ENTRY ? EVENT_CALL : EVENT_OTHER;
    return EVENT_OTHER; /* the SIGSTOP that a new task begins with */
}

/* Lets the task go on until it stops or sleeps. One that slept has been let go already. Sleeping is
   looked for only where the other could run instead: else somebody is about to stop. */
static enum event advance(struct task *task, enum counting counting)
{
    enum __ptrace_request request =
        counting == COUNT_INSTRUCTIONS ? PTRACE_SINGLESTEP : PTRACE_SYSCALL;
    if (!task->resumed && ptrace(request, task->tid, NULL, NULL) == -1)
        fail(ptrace_repair, "ptrace(%d, %d)", request, task->tid);
    task->resumed = true;
    while (!task->ready) {
        if (!is_stopped(other(task))) {
            take_stop(0);
        } else if (is_asleep(task->tid)) {
            return EVENT_SLEPT;
        } else {
            usleep(LOOK_AGAIN_US);
            take_stop(WNOHANG);
        }
    }
    task->ready = task->resumed = false;
    return event_of(task);
}

static void count(struct counts *counts, enum counting counting, enum event event, pid_t tid)
{
    if (counting == COUNT_INSTRUCTIONS && event == EVENT_STEP)
        counts->instructions++;
    if (counting != COUNT_CALLS || event != EVENT_CALL)
        return;
    uint64_t number = stop_info(tid).entry.nr;
    counts->calls++;
    if (number < CALL_NUMBERS)
        counts->calls_by_number[number]++;
}

/* Single steps do not show which system call is made: there the function tells. */
static bool is_yielding(enum event event, pid_t tid)
{
    if (event == EVENT_CALL)
        return stop_info(tid).entry.nr == SYS_sched_yield;
    return event == EVENT_STEP && stop_info(tid).instruction_pointer == (uint64_t)sched_yield;
}

/* Whether it would go on if it were let go. One that was woken is on its way to its next stop. */
static bool can_run(const struct task *task)
{
    while (!is_stopped(task) && !is_asleep(task->tid))
        take_stop(0);
    return is_stopped(task);
}

void tracer_run(enum counting counting, struct counts *counts)
{
    struct task *running = &leader;
    bool peer_slept = peer.resumed; /* how it was let go then decides how it stops, once */
    for (;;) {
        enum event event = advance(running, counting);
        if (event == EVENT_MARK)
            return;
        if (running == &peer && peer_slept)
            peer_slept = false;
        else
            count(counts, counting, event, running->tid);
        if (event == EVENT_SLEPT || (is_yielding(event, running->tid) && can_run(other(running))))
            running = other(running);
    }
}

void tracer_end(void)
{
    kill(leader.tid, SIGKILL);
    if (peer.tid != 0)
        kill(peer.tid, SIGKILL);
    while (waitpid(-1, NULL, __WALL) != -1)
        ; /* a thread, too, is kept for its tracer to be told of its end */
}
