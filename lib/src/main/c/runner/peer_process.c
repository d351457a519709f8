/* The peer as a forked process. */
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "failure.h"
#include "peer.h"
#include "peer_scope.h"

enum { LOOK_AGAIN_US = 1000, LOOKS = 2000 };

static const struct subject *subject;
static pid_t pid;

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
    if (subject->become_peer != NULL)
        subject->become_peer();
    peer_live(options, stack_offset_bytes);
    _exit(EXIT_DONE);
}

/* Not every way to pass messages shows that the other side is gone: who sleeps on a futex would sleep
   for ever. peer_lost in a signal handler is allowed to be what it is because it ends the process and
   touches nothing that was interrupted. */
static void child_ended(int number)
{
    (void)number;
    peer_lost();
}

static void watch_child(void)
{
    struct sigaction action = {.sa_handler = child_ended, .sa_flags = SA_NOCLDSTOP};
    if (sigaction(SIGCHLD, &action, NULL) == -1)
        fail("this should not happen: please report it", "sigaction(SIGCHLD)");
}

static int start(const struct options *options, size_t stack_offset_bytes)
{
    subject = options->subject;
    pid_t parent = getpid();
    pid = fork();
    if (pid == -1)
        fail("raise the limit of processes (ulimit -u, cgroup pids.max)", "fork()");
    if (pid == 0)
        live_as_peer(options, stack_offset_bytes, parent);
    watch_child(); /* one that has ended by now is noticed by the first message */
    if (subject->become_parent != NULL)
        subject->become_parent();
    return pid;
}

static void join(void)
{
    int status;
    if (waitpid(pid, &status, 0) == -1)
        fail("this should not happen: please report it", "waitpid(peer %d)", pid);
}

const struct peer_scope process_scope = {start, join};

/* Its end shows in its channel before it can be collected. Who lives on after this time has not ended:
   the message itself failed, and waiting for an end would last for ever. */
static int end_of_peer(int message_error)
{
    int status;
    pid_t ended = 0;
    for (int looked = 0; ended == 0 && looked < LOOKS; looked++) {
        if (looked > 0)
            usleep(LOOK_AGAIN_US);
        ended = waitpid(pid, &status, WNOHANG);
    }
    if (ended == -1)
        fail("its cause of death is unknown: run again under strace -f", "waitpid(peer %d)", pid);
    if (ended == 0) {
        errno = message_error;
        fail("the peer lives; run again, and under strace -f if it comes back",
             "a message to or from the peer, pid %d,", pid);
    }
    return status;
}

void peer_lost(void)
{
    int message_error = errno;
    if (pid == 0)
        fail("this should not happen: please report it", "a message to the peer's thread");
    signal(SIGCHLD, SIG_DFL); /* else its handler could take the status from us here */
    int status = end_of_peer(message_error);
    if (WIFSIGNALED(status))
        give_up("the peer, pid %d, was killed by signal %d (%s); if nobody sent it, look for the "
                "out-of-memory killer (dmesg) or an rlimit (ulimit -a)",
                pid, WTERMSIG(status), strsignal(WTERMSIG(status)));
    give_up("the peer, pid %d, exited with status %d; its own message, if any, stands above", pid,
            WEXITSTATUS(status));
}
