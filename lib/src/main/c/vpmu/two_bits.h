/* The two-bit counter of Smith 1981 ("A study of branch prediction strategies", strategy 7): one
   surprise does not change its mind, two do. */
#ifndef SWITCHLAB_VPMU_TWO_BITS_H
#define SWITCHLAB_VPMU_TWO_BITS_H

#include <stdbool.h>
#include <stdint.h>

enum { SURELY_NOT_TAKEN, PERHAPS_NOT_TAKEN, PERHAPS_TAKEN, SURELY_TAKEN };

static inline bool two_bits_guess(uint8_t counter)
{
    return counter >= PERHAPS_TAKEN;
}

static inline void two_bits_learn(uint8_t *counter, bool taken)
{
    if (taken && *counter < SURELY_TAKEN)
        ++*counter;
    else if (!taken && *counter > SURELY_NOT_TAKEN)
        --*counter;
}

#endif
