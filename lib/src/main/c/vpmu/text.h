/* Taking a value apart, from its beginning. */
#ifndef SWITCHLAB_VPMU_TEXT_H
#define SWITCHLAB_VPMU_TEXT_H

#include <stdbool.h>
#include <stdint.h>

/* The number at `*text`, which it moves behind it. No blanks, no signs. */
bool text_take_number(const char **text, int base, uint64_t *number);

/* Moves `*text` behind `wanted`, if that is there. */
bool text_take(const char **text, const char *wanted);

static inline bool power_of_two(uint64_t number)
{
    return number != 0 && (number & (number - 1)) == 0;
}

#endif
