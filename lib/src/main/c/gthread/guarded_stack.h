/* Stacks of user-level threads: below each lies memory that nobody may touch, so that an overflow
   stops at once instead of writing over a neighbour. */
#ifndef SWITCHLAB_GUARDED_STACK_H
#define SWITCHLAB_GUARDED_STACK_H

#include <stddef.h>

struct guarded_stack {
    char *lowest; /* of the bytes to be used */
    size_t bytes;
    unsigned thread; /* whose it is */
    struct guarded_stack *next, *previous;
};

/* Maps a stack of at least that many bytes for the thread of that number and sees to it that an
   overflow is reported; ends the process with a message where the machine refuses. */
struct guarded_stack *stack_map(size_t bytes, unsigned thread);

/* Gives back a stack that nobody runs on. */
void stack_unmap(struct guarded_stack *stack);

#endif
