/* A branch instruction as it stands in the code: what it can do, not what it did. */
#ifndef SWITCHLAB_VPMU_BRANCH_H
#define SWITCHLAB_VPMU_BRANCH_H

#include <stdbool.h>
#include <stdint.h>

enum branch_kind {
    BRANCH_NONE, /* no branch */
    BRANCH_CONDITIONAL,
    BRANCH_JUMP, /* direct */
    BRANCH_CALL, /* direct */
    BRANCH_INDIRECT_JUMP,
    BRANCH_INDIRECT_CALL,
    BRANCH_RETURN
};

/* Kept once for each translated block: small. */
struct branch {
    uint64_t next;        /* address of the instruction behind it */
    int32_t displacement; /* of a direct one's target from there */
    uint8_t length;       /* bytes */
    uint8_t kind;
};

static inline uint64_t branch_address(const struct branch *branch)
{
    return branch->next - branch->length;
}

/* Of a direct one. */
static inline uint64_t branch_target(const struct branch *branch)
{
    return branch->next + (uint64_t)(int64_t)branch->displacement;
}

static inline bool branch_is_direct(const struct branch *branch)
{
    return branch->kind == BRANCH_CONDITIONAL || branch->kind == BRANCH_JUMP ||
           branch->kind == BRANCH_CALL;
}

static inline bool branch_is_call(const struct branch *branch)
{
    return branch->kind == BRANCH_CALL || branch->kind == BRANCH_INDIRECT_CALL;
}

/* Whether the branch can lead to `vaddr` by itself; without one (a return, a jump by register) any
   address is possible, but not that of the branch, which then faulted and is tried again. */
static inline bool branch_can_reach(const struct branch *branch, uint64_t vaddr)
{
    if (!branch_is_direct(branch))
        return vaddr != branch_address(branch);
    return vaddr == branch_target(branch) ||
           (branch->kind == BRANCH_CONDITIONAL && vaddr == branch->next);
}

#endif
