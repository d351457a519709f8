#include "text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

bool text_take_number(const char **text, int base, uint64_t *number)
{
    if (strspn(*text, base == 10 ? "0123456789" : "0123456789abcdefABCDEFxX") == 0)
        return false;
    char *end;
    errno = 0;
    *number = strtoull(*text, &end, base);
    bool read = errno == 0 && end != *text;
    *text = end;
    return read;
}

bool text_take(const char **text, const char *wanted)
{
    size_t length = strlen(wanted);
    if (strncmp(*text, wanted, length) != 0)
        return false;
    *text += length;
    return true;
}
