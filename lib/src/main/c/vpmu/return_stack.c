#include "return_stack.h"

#include <stdlib.h>

#include "memory.h"

void return_stack_init(struct return_stack *stack, uint32_t depth)
{
    *stack = (struct return_stack){memory_new(depth, sizeof *stack->addresses), depth, 0};
}

void return_stack_free(struct return_stack *stack)
{
    free(stack->addresses);
}
