/* Which process runs. The plugin interface does not tell CR3; but each task has a kernel stack of
   its own, and every CALL of the kernel stores its return address there. */
#ifndef SWITCHLAB_VPMU_TASKS_H
#define SWITCHLAB_VPMU_TASKS_H

#include "counts.h"

struct tasks {
    uint64_t stack;               /* the kernel stack last seen in use */
    uint64_t user_stack;          /* that of the task last seen in user space */
    uint64_t declared[OTHER];     /* by process: its kernel stack, NO_STACK if none */
    enum process current;
};

#define NO_STACK UINT64_MAX

/* Bytes in use on the kernel stack whose last one is at `vaddr`. */
uint64_t tasks_stack_depth(uint64_t vaddr);

void tasks_init(struct tasks *tasks);

/* The kernel called with its stack at `vaddr`. True if that is another stack than before. */
bool tasks_kernel_stack(struct tasks *tasks, uint64_t vaddr);

/* User space goes on. True if it is another task than the last time. */
bool tasks_enter_user(struct tasks *tasks);

/* The running task is `process` from now on, and no other task is. */
void tasks_declare(struct tasks *tasks, enum process process);

#endif
