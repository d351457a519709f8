#include "stack.h"

#include <alloca.h>

size_t stack_offset_bytes(struct random *random)
{
    return random_next(random) % 256 * 16;
}

/* The asm statements make the gap look used before and after the call: it is neither dropped nor
   freed early by a tail call. */
__attribute__((noinline)) void on_shifted_stack(size_t offset_bytes, void (*body)(void *),
                                                void *argument)
{
    char *gap = alloca(offset_bytes + 16);
    __asm__ volatile("" : : "r"(gap) : "memory");
    body(argument);
    __asm__ volatile("" : : "r"(gap) : "memory");
}
