#include "flow.h"

#include <string.h>

static uint64_t *entry_slot(struct flow *flow, uint64_t vaddr)
{
    return &flow->entries[(vaddr ^ vaddr >> 6 ^ vaddr >> 12) % ENTRIES_KNOWN];
}

static bool is_entry(struct flow *flow, uint64_t vaddr)
{
    return *entry_slot(flow, vaddr) == vaddr;
}

void flow_learn_entry(struct flow *flow, uint64_t vaddr)
{
    *entry_slot(flow, vaddr) = vaddr;
}

void flow_wait(struct flow *flow, const struct branch *branch, uint64_t task)
{
    if (flow->count == MOST_WAITING) /* the oldest has probably been given up: its task ended */
        memmove(flow->waiting, flow->waiting + 1, --flow->count * sizeof flow->waiting[0]);
    flow->waiting[flow->count++] = (struct waiting){*branch, task};
}

/* A direct branch tells by itself whether it was interrupted, and so shows where handlers begin. Of an
   indirect one that is known if it arrives where a handler was seen to begin. */
bool flow_after_branch(struct flow *flow, const struct branch *branch, uint64_t task, uint64_t vaddr)
{
    if (branch_is_direct(branch)) {
        if (branch_can_reach(branch, vaddr))
            return true;
        if (vaddr == branch_address(branch))
            return false; /* a call whose push faulted */
        flow_learn_entry(flow, vaddr);
    } else {
        if (!branch_can_reach(branch, vaddr))
            return false;
        if (!is_entry(flow, vaddr))
            return true;
    }
    flow_wait(flow, branch, task);
    return false;
}

static void take(struct flow *flow, unsigned index, struct branch *branch)
{
    *branch = flow->waiting[index].branch;
    memmove(flow->waiting + index, flow->waiting + index + 1,
            (--flow->count - index) * sizeof flow->waiting[0]);
}

/* A direct branch that leads there is the one for certain; else the last one that can have led there. */
bool flow_after_interruption(struct flow *flow, uint64_t task, uint64_t vaddr, struct branch *branch)
{
    unsigned possible = flow->count;
    for (unsigned i = flow->count; i-- > 0;) {
        const struct waiting *waiting = &flow->waiting[i];
        if (waiting->task != task || !branch_can_reach(&waiting->branch, vaddr))
            continue;
        if (branch_is_direct(&waiting->branch)) {
            take(flow, i, branch);
            return true;
        }
        if (possible == flow->count)
            possible = i;
    }
    if (possible == flow->count)
        return false;
    take(flow, possible, branch);
    return true;
}
