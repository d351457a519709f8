/* The order of the walk: the paper's Algorithm 1, in one place for those who walk and those who tell.

   As printed, Algorithm 1 steps the inner loop by i, which never ends for i = 0; it must step by
   the stride (erratum). Then each index comes exactly once whatever the stride is: strides differ
   in the order of the touches and not in their number. A macro, so that the measured loop stays one
   function without calls; stride 0 touches nothing. */
#ifndef SWITCHLAB_WALK_ORDER_H
#define SWITCHLAB_WALK_ORDER_H

#include <stddef.h>

#include "shuffle.h"

/* Runs the statement behind it with each index j of an array of `length` elements. */
#define FOR_EACH_TOUCHED(j, length, stride)      \
    for (size_t i_ = 0; i_ < (stride); i_++) \
        for (size_t j = i_; j < (length); j += (stride))

/* The same elements, stride by stride, but those of a stride in the order of shuffle.h: the passes over
   the array stay, and how often a line comes, and only what comes next is not foreseen. The innermost
   loop runs once, or not at all for a number that is passed over. */
#define FOR_EACH_SHUFFLED(j, length, stride)                                             \
    for (size_t i_ = 0; i_ < (stride) && i_ < (length); i_++)                            \
        for (struct shuffle s_ = shuffle_of(((length) - i_ + (stride) - 1) / (stride));  \
             s_.place < s_.places;)                                                      \
            for (size_t j = i_ + shuffle_next(&s_) * (stride); j < (length); j = (length))

#endif
