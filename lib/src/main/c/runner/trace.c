#include "trace.h"

#include <sys/mman.h>

#include "clock.h"
#include "failure.h"

/* A power of two that holds three stamps a round and the first one. Older stamps are written over:
   those of the warm-up are never looked at. */
enum { RING_STAMPS = 4096 };
_Static_assert(3 * MOST_TRACED_ROUNDS + 1 <= RING_STAMPS, "a timeline must fit the ring");

/* A writer each; read only while both are at rest. The messages that let them rest order the
   accesses. */
struct ring {
    size_t stamps; /* so far */
    struct stamp stamp[RING_STAMPS];
};

static struct ring *rings, *ring;

void trace_open(void)
{
    rings = mmap(NULL, 2 * sizeof *rings, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (rings == MAP_FAILED)
        fail("lift the memory limit (ulimit -v, cgroup)", "mmap(trace)");
}

void trace_choose(enum trace_process process)
{
    ring = &rings[process];
}

void trace_stamp(enum stamp_kind kind)
{
    ring->stamp[ring->stamps++ % RING_STAMPS] = (struct stamp){now_ns(), kind};
}

struct stamp trace_last(enum trace_process process, size_t back)
{
    const struct ring *of = &rings[process];
    return of->stamp[(of->stamps - back) % RING_STAMPS];
}
