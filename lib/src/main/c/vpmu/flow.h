/* Where execution goes on after a branch, one flow of it for the kernel and one for user code. What
   comes next is not always where the branch led: an interrupt, a signal or another task may come between. Then
   the branch waits until the flow goes on where it was interrupted. */
#ifndef SWITCHLAB_VPMU_FLOW_H
#define SWITCHLAB_VPMU_FLOW_H

#include <stdbool.h>
#include <stdint.h>

#include "branch.h"

enum { MOST_WAITING = 16, ENTRIES_KNOWN = 64 };

struct waiting {
    struct branch branch;
    uint64_t task;
};

struct flow {
    struct waiting waiting[MOST_WAITING]; /* the last to be interrupted last */
    unsigned count;
    uint64_t entries[ENTRIES_KNOWN]; /* where interruptions were seen to begin, by hash */
};

/* Execution goes on at `vaddr` after `branch` of `task`. True if the branch led there; else it waits, if
   it was done at all. */
bool flow_after_branch(struct flow *flow, const struct branch *branch, uint64_t task, uint64_t vaddr);

/* `task` goes on at `vaddr` after something else did. True if a branch of its waited for that: `*branch`.
   That one waits no longer. */
bool flow_after_interruption(struct flow *flow, uint64_t task, uint64_t vaddr, struct branch *branch);

/* The branch waits for `task` to go on. */
void flow_wait(struct flow *flow, const struct branch *branch, uint64_t task);

/* Interruptions begin at `vaddr`. */
void flow_learn_entry(struct flow *flow, uint64_t vaddr);

#endif
