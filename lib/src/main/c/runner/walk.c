/* The work between two messages: the paper's Algorithm 1, in the order of walk_order.h.

   What the machine code must be, checked by the integration tests on the disassembly:
   - the inner loop loads, adds and stores one double at a time (addsd, or fadd on a d register):
     vectorised, stride 8 would do other work than the strides it is compared with;
   - no call inside the loops.
   It is a function of its own, never inlined: single, pair and peer run the same instructions at
   the same address, so that alignment and branch history cancel in the difference. The call costs
   about a nanosecond in every flow, with stride 0 too, and cancels as well. */
#include "array.h"
#include "walk_order.h"

__attribute__((noinline)) void array_walk(const struct array *array)
{
    double *a = array->elements;
    const size_t n = array->length;
    const size_t stride = array->stride;
    FOR_EACH_TOUCHED(j, n, stride)
        a[j] += 1;
}
