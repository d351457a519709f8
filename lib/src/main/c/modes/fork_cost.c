/* What starting a child costs a process that has touched much memory.

   fork copies the page tables of everything the process has touched, and leaves every page
   write-protected: the parent stands still for the copy, and pays a fault for each page it writes
   afterwards. vfork lends the child the parent's memory and copies nothing; so does posix_spawn of
   glibc, with CLONE_VM and CLONE_VFORK. Both are timed here in one process, in turn, so that they see
   the same memory and the same machine. */
#include <errno.h>
#include <inttypes.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../runner/array.h"
#include "../runner/clock.h"
#include "../runner/failure.h"
#include "../runner/mode.h"
#include "../runner/protocol.h"

/* A child that only ends. vfork must be called in the function that its child ends in: the child
   would return into a frame that it shares with the parent. */
static __attribute__((noinline)) pid_t child_by_fork(void)
{
    pid_t pid = fork();
    if (pid == 0)
        _exit(EXIT_DONE);
    return pid;
}

static __attribute__((noinline)) pid_t child_by_vfork(void)
{
    pid_t pid = vfork();
    if (pid == 0)
        _exit(EXIT_DONE);
    return pid;
}

/* Writes one element of each page; after fork each first write is a page fault. */
static void touch_pages(const struct array *array)
{
    for (size_t i = 0; i < array->length; i += SMALL_PAGE_BYTES / sizeof(double))
        ((volatile double *)array->elements)[i] = 1;
}

static void collect(pid_t pid)
{
    while (waitpid(pid, NULL, 0) == -1)
        if (errno != EINTR)
            fail("this should not happen: please report it", "waitpid(%d)", pid);
}

static void time_child(const char *way, pid_t (*child)(void), const struct array *array)
{
    uint64_t begin_ns = now_ns();
    pid_t pid = child();
    uint64_t call_ns = now_ns() - begin_ns;
    if (pid == -1)
        fail("raise the limit of processes (ulimit -u), or use a smaller --array-bytes", "%s()",
             way);
    collect(pid);
    begin_ns = now_ns();
    touch_pages(array);
    say("child way=%s durationNs=%" PRIu64 " touchNs=%" PRIu64, way, call_ns, now_ns() - begin_ns);
}

static void run(const struct options *options)
{
    struct array array = array_map(options->array_bytes, 0, options->page_bytes);
    touch_pages(&array); /* both ways begin with pages that are writable */
    for (uint64_t i = 0; i < options->count; i++) {
        time_child("fork", child_by_fork, &array);
        time_child("vfork", child_by_vfork, &array);
    }
    say("done count=%" PRIu64, options->count);
}

const struct mode fork_cost = {
    .name = "fork-cost",
    .summary = "touches an array, then times fork and vfork in turn, and writes after each",
    .output = "  child ...                  one started child:\n"
              "    way                      fork or vfork\n"
              "    durationNs               how long the call kept the parent\n"
              "    touchNs                  writing to each page of the array afterwards",
    .needs = OPTION_ARRAY_BYTES | OPTION_COUNT,
    .takes = OPTION_PAGE_BYTES | OPTION_CPU | OPTION_FIFO,
    .run = run,
};
