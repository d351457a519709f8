#include "tracee.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "failure.h"

static const char ptrace_repair[] =
    "tracing is refused here: set kernel.yama.ptrace_scope below 3, run outside of other tracers, and "
    "in a container allow ptrace (docker: --cap-add SYS_PTRACE)";

enum { LOOK_AGAIN_US = 20 };

struct tracee leader, peer;

void tracee_invite(void)
{
    if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) == -1)
        fail(ptrace_repair, "ptrace(PTRACE_TRACEME)");
    raise(SIGSTOP);
}

static _Noreturn void give_up_tracee(int status)
{
    if (WIFSIGNALED(status))
        give_up("the traced process was killed by signal %d (%s)", WTERMSIG(status),
                strsignal(WTERMSIG(status)));
    _exit(WEXITSTATUS(status) != EXIT_DONE ? WEXITSTATUS(status) : EXIT_FAILED); /* it said why */
}

/* Until PTRACE_O_EXITKILL is set the child outlives us, stopped for ever. Keeps errno. */
static void end_child(pid_t child)
{
    int error = errno;
    kill(child, SIGKILL);
    errno = error;
}

void tracee_attach(pid_t child)
{
    int status;
    if (waitpid(child, &status, 0) == -1) {
        end_child(child);
        fail("this should not happen: please report it", "waitpid(%d)", child);
    }
    if (!WIFSTOPPED(status))
        give_up_tracee(status);
    long options = PTRACE_O_EXITKILL | PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACECLONE |
                   PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK;
    if (ptrace(PTRACE_SETOPTIONS, child, NULL, options) == -1) {
        end_child(child);
        fail(ptrace_repair, "ptrace(PTRACE_SETOPTIONS)");
    }
    leader = (struct tracee){.tid = child};
    peer = (struct tracee){0};
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

struct __ptrace_syscall_info tracee_stop(const struct tracee *tracee)
{
    struct __ptrace_syscall_info info = {0};
    if (ptrace(PTRACE_GET_SYSCALL_INFO, tracee->tid, sizeof info, &info) == -1)
        fail("it needs Linux 5.3 or later", "ptrace(PTRACE_GET_SYSCALL_INFO)");
    return info;
}

/* A new process or thread is the peer; it stops by itself. */
static struct tracee *tracee_of(pid_t tid)
{
    if (tid == leader.tid)
        return &leader;
    if (peer.tid == 0)
        peer = (struct tracee){.tid = tid, .resumed = true};
    return &peer;
}

struct tracee *tracee_other(const struct tracee *tracee)
{
    return tracee == &leader && peer.tid != 0 ? &peer : &leader;
}

static bool is_stopped(const struct tracee *tracee)
{
    return !tracee->resumed || tracee->ready;
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
    struct tracee *tracee = tracee_of(tid);
    tracee->ready = true;
    tracee->status = status;
}

static enum event event_of(const struct tracee *tracee)
{
    if (!WIFSTOPPED(tracee->status))
        give_up_tracee(tracee->status);
    int signal = WSTOPSIG(tracee->status);
    if (tracee->status >> 16 != 0)
        return EVENT_OTHER; /* it has started the peer */
    if (signal == SIGUSR1)
        return EVENT_MARK;
    if (signal == SIGTRAP)
        return EVENT_STEP;
    if (signal == (SIGTRAP | 0x80)) /* PTRACE_O_TRACESYSGOOD */
        return tracee_stop(tracee).op == PTRACE_SYSCALL_INFO_ENTRY ? EVENT_CALL : EVENT_OTHER;
    if (signal != SIGSTOP) /* a new task begins with one */
        give_up("the traced process got signal %d (%s)", signal, strsignal(signal));
    return EVENT_OTHER;
}

/* A request's type differs between C libraries, so that none is named. */
static void resume(const struct tracee *tracee, bool single_step)
{
    long answer = single_step ? ptrace(PTRACE_SINGLESTEP, tracee->tid, NULL, NULL)
                              : ptrace(PTRACE_SYSCALL, tracee->tid, NULL, NULL);
    if (answer == -1)
        fail(ptrace_repair, "ptrace(%s, %d)", single_step ? "PTRACE_SINGLESTEP" : "PTRACE_SYSCALL", tracee->tid);
}

/* Sleeping is looked for only where the other could run instead: else somebody is about to stop. */
enum event tracee_advance(struct tracee *tracee, bool single_step)
{
    if (!tracee->resumed)
        resume(tracee, single_step);
    tracee->resumed = true;
    while (!tracee->ready) {
        if (!is_stopped(tracee_other(tracee))) {
            take_stop(0);
        } else if (is_asleep(tracee->tid)) {
            return EVENT_SLEPT;
        } else {
            usleep(LOOK_AGAIN_US);
            take_stop(WNOHANG);
        }
    }
    tracee->ready = tracee->resumed = false;
    return event_of(tracee);
}

/* One that was woken is on its way to its next stop. */
bool tracee_can_run(const struct tracee *tracee)
{
    while (!is_stopped(tracee) && !is_asleep(tracee->tid))
        take_stop(0);
    return is_stopped(tracee);
}

/* One that is gone has ended by itself; one that cannot be ended would be waited for without end. */
static void end_by_signal(pid_t tid)
{
    if (kill(tid, SIGKILL) == -1 && errno != ESRCH)
        fail("this should not happen: please report it", "kill(%d)", tid);
}

void tracee_end(void)
{
    end_by_signal(leader.tid);
    if (peer.tid != 0)
        end_by_signal(peer.tid);
    while (waitpid(-1, NULL, __WALL) != -1)
        ; /* a thread, too, is kept for its tracer to be told of its end */
}
