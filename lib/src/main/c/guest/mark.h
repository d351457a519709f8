/* Orders to the emulator's plugin, which sees every store: which byte of the mark page is stored to
   says what is meant. */
#ifndef SWITCHLAB_MARK_H
#define SWITCHLAB_MARK_H

#include <stdint.h>

enum mark {
    MARK_PHASE_BEGIN = 0,
    MARK_PHASE_END = 1,
    MARK_PARENT = 2, /* the process that stores is the parent */
    MARK_PEER = 3,
    MARK_EMPTY = 4, /* caches and TLBs */
    MARK_PROGRAM_BEGIN = 5,
    MARK_PROGRAM_END = 6
};

enum { MARK_DISTANCE_BYTES = 64 };

/* Maps the mark page at that address into the calling process, and touches it. */
void mark_page_map(uintptr_t address);

static inline void mark(uintptr_t page, enum mark mark)
{
    *(volatile char *)(page + (uintptr_t)mark * MARK_DISTANCE_BYTES) = 1;
}

#endif
