#include "placement.h"

#include <sys/mman.h>

#include "../runner/stack.h"
#include "host.h"

enum { MOST_PAGES_TAKEN = 256, PAGE_BYTES = 4096 };

static void take_pages(struct random *random)
{
    size_t bytes = (1 + random_next(random) % MOST_PAGES_TAKEN) * PAGE_BYTES;
    void *taken = mmap(NULL, bytes, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
    if (taken == MAP_FAILED)
        host_give_up("mmap(%zu bytes)", bytes);
}

struct placement placement_choose(const struct plan *plan, size_t phase_number)
{
    if (!plan->placed)
        return (struct placement){0, 0};
    /* The two draws of a seed must not be those of the next phase's. */
    struct random seeds = {plan->seed ^ phase_number << 32};
    struct random random = {random_next(&seeds)};
    take_pages(&random);
    size_t parent_stack_bytes = stack_offset_bytes(&random);
    return (struct placement){parent_stack_bytes, stack_offset_bytes(&random)};
}
