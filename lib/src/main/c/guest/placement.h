/* Layout as a random variable: where stacks begin within their pages, and which physical pages the
   processes get. */
#ifndef SWITCHLAB_PLACEMENT_H
#define SWITCHLAB_PLACEMENT_H

#include "plan.h"

struct placement {
    size_t parent_stack_bytes;
    size_t peer_stack_bytes;
};

/* Chooses for that phase by the plan's seed, and takes a random number of pages away from those that
   come next; all is 0 if the plan wants no placement. */
struct placement placement_choose(const struct plan *plan, size_t phase_number);

#endif
