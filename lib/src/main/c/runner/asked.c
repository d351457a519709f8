#include "asked.h"

#include <inttypes.h>
#include <stdio.h>

#include "coloured.h"

uint64_t array_page_bytes(const struct options *options)
{
    return options->coloured ? HUGE_PAGE_BYTES : options->page_bytes;
}

struct array array_asked_for(const struct options *options)
{
    struct array array =
        array_map(options->array_bytes, options->stride_bytes, array_page_bytes(options));
    array.shuffled = options->shuffled;
    if (options->coloured)
        array.coloured_bytes = array_colour(&array);
    return array;
}

int64_t array_granted_bytes(const struct options *options, const struct array *array)
{
    if (options->coloured)
        return array->coloured_bytes;
    return options->page_bytes == HUGE_PAGE_BYTES ? array_huge_bytes(array) : 0;
}

void format_granted_bytes(char text[GRANTED_FIELD_BYTES], const struct options *options,
                          int64_t bytes)
{
    text[0] = '\0';
    if (bytes < 0)
        return;
    if (options->coloured)
        snprintf(text, GRANTED_FIELD_BYTES, " colouredBytes=%" PRId64, bytes);
    else if (options->page_bytes == HUGE_PAGE_BYTES)
        snprintf(text, GRANTED_FIELD_BYTES, " hugeBytes=%" PRId64, bytes);
}
