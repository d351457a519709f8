#include "branches.h"

#include "x86_branch.h"

/* The kernel's flow is one, whatever tasks it passes through: it leaves the processor by itself only. */
enum { KERNEL_FLOW = 0 };

struct branch branches_of(const struct qemu_plugin_insn *insn)
{
    if (!vpmu.arguments.has_predictor)
        return (struct branch){.kind = BRANCH_NONE};
    uint8_t bytes[X86_LONGEST];
    size_t length = api_insn_bytes(insn, bytes, sizeof bytes);
    return x86_branch(bytes, length, qemu_plugin_insn_vaddr(insn));
}

static void count(enum space space, const struct branch *branch, uint64_t vaddr)
{
    predictor_branch(&vpmu.predictor, branch, vaddr, &vpmu.row[space]->branches);
}

/* After these the flow may go on where it was interrupted: iret, or the system call sigreturn. */
static bool may_end_interruption(enum x86_kind kind)
{
    return kind == X86_INTERRUPT_RETURN || kind == X86_SYSTEM_CALL;
}

static void go_on(enum space space, uint64_t task, uint64_t vaddr)
{
    struct branch branch;
    if (vpmu.flow[space].count != 0 &&
        flow_after_interruption(&vpmu.flow[space], task, vaddr, &branch))
        count(space, &branch, vaddr);
}

/* A block that did not end was left by a fault: its branch was not done. */
static void follow(enum space space, uint64_t task, uint64_t vaddr)
{
    const struct block *last = vpmu.block[space];
    if (!vpmu_block_ended(space))
        return;
    if (last->branch.kind == BRANCH_NONE) {
        if (may_end_interruption(last->last) && vaddr != last->branch.next)
            go_on(space, task, vaddr);
    } else if (flow_after_branch(&vpmu.flow[space], &last->branch, task, vaddr)) {
        count(space, &last->branch, vaddr);
    }
}

/* The branch before the switch waits for its task, and what that one waits for may come now. */
static void follow_other_task(uint64_t task, uint64_t vaddr)
{
    if (vpmu_block_ended(USER) && vpmu.block[USER]->branch.kind != BRANCH_NONE)
        flow_wait(&vpmu.flow[USER], &vpmu.block[USER]->branch, vpmu.flow_task);
    vpmu.flow_task = task;
    go_on(USER, task, vaddr);
}

static void reach_user(uint64_t vaddr)
{
    uint64_t task = vpmu.tasks.user_stack;
    vpmu.flow_space = USER;
    if (task != vpmu.flow_task)
        follow_other_task(task, vaddr);
    else
        follow(USER, task, vaddr);
}

/* From user code the kernel is entered by a system call, or where interruptions begin. */
static void reach_kernel(uint64_t vaddr)
{
    if (vpmu.flow_space == KERNEL) {
        follow(KERNEL, KERNEL_FLOW, vaddr);
        return;
    }
    vpmu.flow_space = KERNEL;
    if (!vpmu_block_ended(USER) || vpmu.block[USER]->last != X86_SYSTEM_CALL)
        flow_learn_entry(&vpmu.flow[KERNEL], vaddr);
}

void branches_reach(enum space space, uint64_t vaddr)
{
    if (space == USER)
        reach_user(vaddr);
    else
        reach_kernel(vaddr);
}
