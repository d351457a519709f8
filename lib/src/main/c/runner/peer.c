#include "peer.h"

#include <sched.h>
#include <signal.h>
#include <sys/mman.h>

#include "asked.h"
#include "failure.h"
#include "isolation.h"
#include "peer_scope.h"
#include "stack.h"

static const struct peer_scope *const scopes[] = {
    [SCOPE_PROCESS] = &process_scope,
    [SCOPE_THREAD] = &thread_scope,
    [SCOPE_USER] = &user_scope,
};

static const struct subject *subject;
static int pid;

/* The control page: written by the peer, read by the parent, far from both arrays. The message that
   asks and its answer order the accesses. */
static struct report *shared;

static peer_service *service;

/* Empty, unless the subject shares its array. */
static struct array common;

/* The peer's own; nobody else looks at them. Its array's description lies on its stack, so that a
   walk touches no page that the flow does not touch anyway. */
static const struct options *peer_options;
static struct array *own;
static int64_t granted_bytes;

void peer_array_mapped(void)
{
    granted_bytes = array_granted_bytes(peer_options, own);
}

void peer_publish_report(void)
{
    struct switches counted = {0, 0}; /* a user-level peer's are the parent's */
    if (subject->scope != SCOPE_USER)
        counted = switches_now();
    *shared = (struct report){counted, sched_getcpu(), granted_bytes};
}

void peer_serve(const struct options *options, struct array *array)
{
    options->subject->serve(array, peer_publish_report);
}

static void serve(void *argument)
{
    (void)argument;
    service(peer_options, own);
}

void peer_live(const struct options *options, size_t stack_offset_bytes)
{
    if (options->peer_cpu != NOT_GIVEN)
        pin("--peer-cpu", options->peer_cpu);
    peer_options = options;
    struct array array = process_array(options);
    own = &array;
    peer_array_mapped();
    on_shifted_stack(stack_offset_bytes, serve, NULL);
}

struct array process_array(const struct options *options)
{
    if (common.elements != NULL)
        return common;
    return array_asked_for(options);
}

void peer_start(const struct options *options, size_t stack_offset_bytes, peer_service *with)
{
    subject = options->subject;
    service = with;
    shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED)
        fail("lift the memory limit (ulimit -v, cgroup)", "mmap(control page)");
    if (subject->shares_array)
        common =
            array_map_shared(options->array_bytes, options->stride_bytes, options->page_bytes);
    subject->open();
    pid = scopes[subject->scope]->start(options, stack_offset_bytes);
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
    signal(SIGCHLD, SIG_DFL); /* from here on its end is wanted */
    subject->exchange(MESSAGE_QUIT);
    scopes[subject->scope]->join();
}
