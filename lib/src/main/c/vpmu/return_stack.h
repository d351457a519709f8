/* What guesses where a return goes: the addresses behind the last calls. A ring (Skadron and others
   1998, Improving prediction for procedure returns with return-address-stack repair mechanisms, MICRO
   31, section 2): one call too many overwrites the oldest, one return too many reads what is left there. */
#ifndef SWITCHLAB_VPMU_RETURN_STACK_H
#define SWITCHLAB_VPMU_RETURN_STACK_H

#include <stdint.h>

struct return_stack {
    uint64_t *addresses;
    uint32_t depth; /* a power of two */
    uint32_t top;
};

void return_stack_init(struct return_stack *stack, uint32_t depth);
void return_stack_free(struct return_stack *stack);

static inline void return_stack_call(struct return_stack *stack, uint64_t behind)
{
    stack->addresses[++stack->top & (stack->depth - 1)] = behind;
}

/* Where the next return is guessed to go; takes that off. */
static inline uint64_t return_stack_guess(struct return_stack *stack)
{
    return stack->addresses[stack->top-- & (stack->depth - 1)];
}

#endif
