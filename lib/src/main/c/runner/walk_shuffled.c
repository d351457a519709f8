/* The walk for those who want to take the prefetcher's help away: the same elements, in the order of
   FOR_EACH_SHUFFLED. A step takes about two and a half times as long as one of walk.c, alike in every
   flow; what a miss adds can hide behind that, so that walks of one order compare with their own
   kind. */
#include "array.h"
#include "walk_order.h"

__attribute__((noinline)) void array_walk_shuffled(const struct array *array)
{
    double *a = array->elements;
    const size_t n = array->length;
    const size_t stride = array->stride;
    FOR_EACH_SHUFFLED(j, n, stride)
        a[j] += 1;
}
