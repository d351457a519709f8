/* Layout as a random variable: where the stack stands relative to cache sets and pages. */
#ifndef SWITCHLAB_STACK_H
#define SWITCHLAB_STACK_H

#include <stddef.h>

#include "random.h"

/* A multiple of 16, the stack's alignment, from 0 to 4080: all places within a page. */
size_t stack_offset_bytes(struct random *random);

/* Calls body(argument) with the stack that much lower. */
void on_shifted_stack(size_t offset_bytes, void (*body)(void *), void *argument);

#endif
