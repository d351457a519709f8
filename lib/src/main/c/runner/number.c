#include "number.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

bool number_read(const char *text, uint64_t *number)
{
    if (*text == '\0' || text[strspn(text, "0123456789")] != '\0')
        return false; /* strtoull would take blanks and signs, and wrap a negative number */
    errno = 0;
    *number = strtoull(text, NULL, 10);
    return errno == 0;
}

bool seed_read(const char *text, uint64_t *seed)
{
    if (*text != '-')
        return number_read(text, seed);
    uint64_t magnitude;
    if (!number_read(text + 1, &magnitude) || magnitude > UINT64_C(1) << 63)
        return false;
    *seed = -magnitude;
    return true;
}
