#include "redraw.h"

#include <sys/mman.h>

#include "asked.h"

/* Many times a large array, and little beside the memory of a machine. */
enum { HELD_BYTES = 48 << 20 };

/* Pages between two draws, from 1: all colours of a cache whose ways are 256 KiB or smaller. */
enum { MOST_GAP_PAGES = 64 };

static void hold(struct redraw *redraw, struct array array, uint64_t page_bytes)
{
    redraw->held[redraw->count].array = array;
    redraw->held[redraw->count].page_bytes = page_bytes;
    redraw->count++;
    redraw->bytes += array_mapped_bytes(&array, page_bytes);
    /* Nobody forks any more. It keeps the kernel from joining what is held with what is walked, of
       which array_huge_bytes asks. */
    madvise(array.elements, array_mapped_bytes(&array, page_bytes), MADV_DONTFORK);
}

static void give_back(struct redraw *redraw)
{
    for (int i = 0; i < redraw->count; i++)
        array_unmap(&redraw->held[i].array, redraw->held[i].page_bytes);
    redraw->count = 0;
    redraw->bytes = 0;
}

void array_redraw(struct array *array, struct redraw *redraw, const struct options *options)
{
    if (array->length == 0)
        return;
    hold(redraw, *array, array_page_bytes(options));
    if (redraw->bytes > HELD_BYTES || redraw->count + 2 > MOST_HELD)
        give_back(redraw);
    uint64_t gap_pages = 1 + random_next(&redraw->random) % MOST_GAP_PAGES;
    hold(redraw, array_map(gap_pages * SMALL_PAGE_BYTES, 0, SMALL_PAGE_BYTES), SMALL_PAGE_BYTES);
    *array = array_asked_for(options);
}
