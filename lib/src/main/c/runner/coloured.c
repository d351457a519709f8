#include "coloured.h"

#include <sys/mman.h>

/* Advice for a part of a huge page splits its mapping, not its memory: the kernel cannot keep two
   minds in one translation. Advice for the whole then joins the parts again and keeps khugepaged
   away. */
int64_t array_colour(const struct array *array)
{
    char *first = (char *)array->elements;
    const size_t bytes = array_mapped_bytes(array, HUGE_PAGE_BYTES);
    if (bytes == 0)
        return 0;
    int64_t before = array_huge_bytes(array);
    for (size_t at = 0; at < bytes; at += HUGE_PAGE_BYTES)
        array_advise(first + at, SMALL_PAGE_BYTES, MADV_NOHUGEPAGE);
    array_advise(first, bytes, MADV_NOHUGEPAGE);
    int64_t after = array_huge_bytes(array);
    return before < 0 || after < 0 ? -1 : before - after;
}
