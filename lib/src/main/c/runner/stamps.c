#include "stamps.h"

#include <string.h>
#include <sys/mman.h>

#include "failure.h"
#include "peer.h"
#include "redraw.h"

static struct stamps *stamps;

/* The peer's own. */
static struct {
    const struct options *options;
    struct array *array;
    struct redraw redraw;
} self;

struct stamps *stamps_map(void)
{
    stamps = mmap(NULL, sizeof *stamps, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (stamps == MAP_FAILED)
        fail("lift the memory limit (ulimit -v, cgroup)", "mmap(stamps)");
    return stamps;
}

void ring_touch(struct round_stamps ring[RING_ROUNDS])
{
    memset(ring, 0, RING_ROUNDS * sizeof ring[0]);
}

static void obey(enum message message)
{
    switch (message) {
    case MESSAGE_REPORT:
        peer_publish_report();
        break;
    case MESSAGE_REDRAW:
        array_redraw(self.array, &self.redraw, self.options);
        peer_array_mapped();
        break;
    case MESSAGE_ALONE:
        self.options->subject->stamped->alone(self.array, stamps->peer, stamps->rounds);
        break;
    case MESSAGE_WALK:
    case MESSAGE_QUIT:
        break; /* the flow's own */
    }
}

void stamped_serve(const struct options *options, struct array *array)
{
    self.options = options;
    self.array = array;
    /* Not the parent's choices, nor those of a parent with the next seed. */
    self.redraw.random = (struct random){~options->seed};
    ring_touch(stamps->peer);
    options->subject->stamped->serve(array, stamps->peer, obey);
}
