/* The peer as a thread of the kernel's. It inherits affinity and scheduling policy, as a forked peer
   does. */
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <unistd.h>

#include "failure.h"
#include "peer_scope.h"

struct birth {
    const struct options *options;
    size_t stack_offset_bytes;
    pid_t tid;
    sem_t known;
};

static pthread_t thread;

static void *live_as_peer(void *argument)
{
    struct birth *birth = argument;
    const struct options *options = birth->options;
    size_t stack_offset_bytes = birth->stack_offset_bytes;
    birth->tid = gettid();
    sem_post(&birth->known); /* birth is gone from here on */
    peer_live(options, stack_offset_bytes);
    return NULL;
}

static int start(const struct options *options, size_t stack_offset_bytes)
{
    struct birth birth = {.options = options, .stack_offset_bytes = stack_offset_bytes};
    sem_init(&birth.known, 0, 0);
    errno = pthread_create(&thread, NULL, live_as_peer, &birth);
    if (errno != 0)
        fail("raise the limit of processes and threads (ulimit -u, cgroup pids.max)",
             "pthread_create()");
    while (sem_wait(&birth.known) == -1)
        ; /* interrupted by a debugger */
    sem_destroy(&birth.known);
    return birth.tid;
}

static void join(void)
{
    pthread_join(thread, NULL); /* it fails only for no thread */
}

const struct peer_scope thread_scope = {start, join};
