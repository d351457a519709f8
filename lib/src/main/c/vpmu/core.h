/* The modelled core: caches and TLBs, and what an access is to them. Addresses are bytes; what a
   page and an address space are is decided here, what is counted for whom is not. */
#ifndef SWITCHLAB_VPMU_CORE_H
#define SWITCHLAB_VPMU_CORE_H

#include "hierarchy.h"

/* Besides the levels of enum missed. */
enum { MISSED_TLB = 8, MISSED_STLB = 16 };

struct core_shape {
    struct hierarchy_shape caches;
    struct cache_shape dtlb, itlb, stlb;
    bool has_stlb;
    bool tagged;             /* user entries survive a switch, told apart by address space */
    unsigned user_page_bits; /* of data */
};

struct core {
    struct core_shape shape;
    struct hierarchy caches;
    struct cache dtlb, itlb, stlb;
    uint64_t space_tag;    /* of the address space now running, in place for a TLB tag */
    uint64_t fetched_line; /* the line the last instruction came from */
    uint64_t code_page;    /* the TLB tag of that line's page */
    uint64_t data_page;    /* and of the page accessed last */
};

void core_init(struct core *core, const struct core_shape *shape);
void core_free(struct core *core);

/* The address space that user pages belong to from now on. */
void core_enter_space(struct core *core, uint64_t space);

/* What a write to CR3 does to the TLBs. */
void core_switch_tables(struct core *core);

/* Empties all caches and TLBs. */
void core_clear(struct core *core);

/* An instruction from the line of `first` to the line of `last` (physical; virtual: `vaddr`). An
   instruction out of the line the last one came from is no access: it has been fetched already.
   The levels missed; two lines of one instruction miss a level once. */
unsigned core_fetch(struct core *core, uint64_t vaddr, uint64_t first, uint64_t last);

/* A load or store of bytes that all lie in one line. The levels missed. */
unsigned core_data(struct core *core, uint64_t vaddr, uint64_t address);

#endif
