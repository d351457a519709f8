#include "tasks.h"

/* THREAD_SIZE of Linux on x86-64; stacks are aligned to it. */
enum { STACK_BITS = 14 };

uint64_t tasks_stack_depth(uint64_t vaddr)
{
    uint64_t bytes = UINT64_C(1) << STACK_BITS;
    return bytes - (vaddr & (bytes - 1));
}

void tasks_init(struct tasks *tasks)
{
    *tasks = (struct tasks){NO_STACK, NO_STACK, {NO_STACK, NO_STACK}, OTHER};
}

static enum process owner(const struct tasks *tasks)
{
    for (enum process process = PARENT; process < OTHER; process++)
        if (tasks->stack != NO_STACK && tasks->declared[process] == tasks->stack)
            return process;
    return OTHER;
}

bool tasks_kernel_stack(struct tasks *tasks, uint64_t vaddr)
{
    uint64_t stack = vaddr >> STACK_BITS;
    if (stack == tasks->stack)
        return false;
    tasks->stack = stack;
    tasks->current = owner(tasks);
    return true;
}

bool tasks_enter_user(struct tasks *tasks)
{
    bool other = tasks->stack != tasks->user_stack;
    tasks->user_stack = tasks->stack;
    return other;
}

void tasks_declare(struct tasks *tasks, enum process process)
{
    for (enum process former = PARENT; former < OTHER; former++)
        if (tasks->declared[former] == tasks->stack)
            tasks->declared[former] = NO_STACK;
    tasks->declared[process] = tasks->stack;
    tasks->current = process; /* without a kernel there is but one task, whatever it says it is */
}
