/* The array each process walks between messages: private to it, mapped and touched beforehand. */
#ifndef SWITCHLAB_ARRAY_H
#define SWITCHLAB_ARRAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SMALL_PAGE_BYTES = 4096, HUGE_PAGE_BYTES = 2097152 };

struct array {
    double *elements;
    size_t length; /* elements, not bytes */
    size_t stride; /* elements from one touched element to the next; 0: no walk */
    bool shuffled; /* walked in the order of shuffle.h */
    int64_t coloured_bytes; /* as coloured.h has it; -1: unknown */
};

/* madvise(2) about pages of a part of an array, MADV_HUGEPAGE or MADV_NOHUGEPAGE; ends the process where
   the kernel refuses, with EXIT_NO_HUGE_PAGES if it was built without them. */
void array_advise(void *from, size_t bytes, int advice);

/* Maps a private anonymous array on pages of page_bytes and touches all of it; ends the process
   with a message where the machine refuses. An array of 0 bytes is valid and has no elements. */
struct array array_map(uint64_t array_bytes, uint64_t stride_bytes, uint64_t page_bytes);

/* The same, but a process forked afterwards has the same array and not a copy. */
struct array array_map_shared(uint64_t array_bytes, uint64_t stride_bytes, uint64_t page_bytes);

/* What an array on such pages takes, whole pages. */
size_t array_mapped_bytes(const struct array *array, uint64_t page_bytes);

/* Gives it back. */
void array_unmap(const struct array *array, uint64_t page_bytes);

/* Bytes of the array that really stand on huge pages, from /proc/self/smaps; -1 if unreadable. */
int64_t array_huge_bytes(const struct array *array);

/* One walk: every element is incremented exactly once; see walk.c. */
void array_walk(const struct array *array);

/* The same elements in another order; see walk_shuffled.c. */
void array_walk_shuffled(const struct array *array);

/* In the order that the array asks for. */
static inline void array_walk_as_asked(const struct array *array)
{
    if (__builtin_expect(array->shuffled, false))
        array_walk_shuffled(array);
    else
        array_walk(array);
}

#endif
