#include "isolation.h"

#include <fcntl.h>
#include <inttypes.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "failure.h"

/* A runner started with a standard descriptor closed would get a pipe of the measured flow in its
   place, and print results into it. */
static void occupy_standard_descriptors(void)
{
    int descriptor;
    do {
        descriptor = open("/dev/null", O_RDWR | O_CLOEXEC);
    } while (descriptor >= 0 && descriptor <= STDERR_FILENO);
}

/* Descriptors leaked by the controller would keep its pipes and files open. */
static void close_inherited_descriptors(void)
{
    enum { FIRST = STDERR_FILENO + 1, OLD_KERNELS_LIMIT = 1024 };
#ifdef SYS_close_range /* by number: musl and old C libraries have no function for it */
    if (syscall(SYS_close_range, FIRST, ~0u, 0) == 0)
        return;
#endif
    for (int descriptor = FIRST; descriptor < OLD_KERNELS_LIMIT; descriptor++)
        close(descriptor); /* before Linux 5.9 */
}

/* Dispositions and the mask survive exec: a controller that ignores SIGCHLD would hide why the peer
   died, one whose thread blocks signals would make us deaf to them. */
static void settle_signals(void)
{
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGPIPE, SIG_IGN); /* a lost reader is an error of write, with a message */
    signal(SIGCHLD, SIG_DFL);
}

/* Only under a controller: by hand under nohup the runner outlives its shell. A controller that
   died before prctl has closed our stdin; then waiting for "begin" sees the end of file. */
static void die_with_controller(pid_t controller)
{
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) == -1)
        fail("this should not happen: please report it", "prctl(PR_SET_PDEATHSIG)");
    if (getppid() != controller)
        _exit(EXIT_FAILED);
}

void pin(const char *option, uint64_t cpu)
{
    cpu_set_t cpus;
    CPU_ZERO(&cpus);
    CPU_SET(cpu, &cpus);
    if (sched_setaffinity(0, sizeof cpus, &cpus) == -1)
        fail("choose one that is online and allowed here: taskset -p $$ shows them",
             "sched_setaffinity(%s %" PRIu64 ")", option, cpu);
}

static void take_fifo(uint64_t priority)
{
    struct sched_param parameters = {.sched_priority = (int)priority};
    if (sched_setscheduler(0, SCHED_FIFO, &parameters) == -1)
        fail("run as root, grant CAP_SYS_NICE or raise RLIMIT_RTPRIO (ulimit -r), or leave out "
             "--fifo and expect preemptions",
             "sched_setscheduler(SCHED_FIFO, %" PRIu64 ")", priority);
}

void isolate(const struct options *options)
{
    pid_t controller = getppid();
    if (options->handshake)
        die_with_controller(controller);
    close_inherited_descriptors();
    occupy_standard_descriptors();
    settle_signals();
    if (options->cpu != NOT_GIVEN)
        pin("--cpu", options->cpu);
    if (options->fifo != NOT_GIVEN)
        take_fifo(options->fifo);
}
