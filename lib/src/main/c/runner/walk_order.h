/* The order of the walk: the paper's Algorithm 1, in one place for those who walk and those who tell.

   As printed, Algorithm 1 steps the inner loop by i, which never ends for i = 0; it must step by
   the stride (erratum). Then each index comes exactly once whatever the stride is: strides differ
   in the order of the touches and not in their number. A macro, so that the measured loop stays one
   function without calls; stride 0 touches nothing. */
#ifndef SWITCHLAB_WALK_ORDER_H
#define SWITCHLAB_WALK_ORDER_H

#include <stddef.h>

/* Runs the statement behind it with each index j of an array of `length` elements. */
#define FOR_EACH_TOUCHED(j, length, stride)      \
    for (size_t i_ = 0; i_ < (stride); i_++) \
        for (size_t j = i_; j < (length); j += (stride))

#endif
