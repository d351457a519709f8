#include "peer.h"

#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "failure.h"
#include "stack.h"

static const struct subject *subject;
static pid_t pid;

/* The control page: written by the peer, read by the parent, far from both arrays. The system calls
   of the message that asks and of its answer order the accesses. */
static struct report *shared;

static int64_t huge_bytes;

/* Empty, unless the subject shares its array. */
static struct array common;

static void publish_report(void)
{
    *shared = (struct report){switches_now(), sched_getcpu(), huge_bytes};
}

static void serve(void *argument)
{
    subject->serve(argument, publish_report);
}

/* The peer never outlives the parent: the signal covers a killed parent, comparing the parent's pid
   covers one that died before prctl. */
static void die_with(pid_t parent)
{
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) == -1)
        fail("this should not happen: please report it", "prctl(PR_SET_PDEATHSIG)");
    if (getppid() != parent)
        _exit(EXIT_FAILED);
}

static _Noreturn void live_as_peer(const struct options *options, size_t stack_offset_bytes,
                                   pid_t parent)
{
    die_with(parent);
    close(STDIN_FILENO); /* commands and results are the parent's: a reader sees its end at once */
    close(STDOUT_FILENO);
    subject->become_peer();
    struct array array = process_array(options);
    if (options->page_bytes == HUGE_PAGE_BYTES)
        huge_bytes = array_huge_bytes(&array);
    on_shifted_stack(stack_offset_bytes, serve, &array);
    _exit(EXIT_DONE);
}

struct array process_array(const struct options *options)
{
    if (common.elements != NULL)
        return common;
    return array_map(options->array_bytes, options->stride_bytes, options->page_bytes);
}

void peer_start(const struct options *options, size_t stack_offset_bytes)
{
    subject = options->subject;
    shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED)
        fail("lift the memory limit (ulimit -v, cgroup)", "mmap(control page)");
    if (subject->shares_array)
        common =
            array_map_shared(options->array_bytes, options->stride_bytes, options->page_bytes);
    subject->open();
    pid_t parent = getpid();
    pid = fork();
    if (pid == -1)
        fail("raise the limit of processes (ulimit -u, cgroup pids.max)", "fork()");
    if (pid == 0)
        live_as_peer(options, stack_offset_bytes, parent);
    subject->become_parent();
}

int peer_pid(void)
{
    return pid;
}

struct report peer_report(void)
{
    subject->exchange(MESSAGE_REPORT);
    return *shared;
}

void peer_stop(void)
{
    int status;
    subject->exchange(MESSAGE_QUIT);
    if (waitpid(pid, &status, 0) == -1)
        fail("this should not happen: please report it", "waitpid(peer %d)", pid);
}

void peer_lost(void)
{
    int status;
    if (waitpid(pid, &status, 0) == -1)
        fail("its cause of death is unknown: run again under strace -f", "waitpid(peer %d)", pid);
    if (WIFSIGNALED(status))
        give_up("the peer, pid %d, was killed by signal %d (%s); if nobody sent it, look for the "
                "out-of-memory killer (dmesg) or an rlimit (ulimit -a)",
                pid, WTERMSIG(status), strsignal(WTERMSIG(status)));
    give_up("the peer, pid %d, exited with status %d; its own message, if any, stands above", pid,
            WEXITSTATUS(status));
}
