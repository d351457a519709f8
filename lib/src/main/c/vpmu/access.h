/* What each instruction fetch, load and store is to the virtual PMU: shared by both ways to
   instrument, so that they cannot count differently. */
#ifndef SWITCHLAB_VPMU_ACCESS_H
#define SWITCHLAB_VPMU_ACCESS_H

#include "vpmu.h"

/* Where an instruction's first and last byte are, for the caches; its virtual address for the TLB. */
struct fetch {
    uint64_t vaddr;
    uint64_t first, last;
    struct block block; /* that it begins; of length 0 if it begins none */
};

struct fetch fetch_of(const struct qemu_plugin_insn *insn);

static inline enum space space_of(const struct qemu_plugin_insn *insn)
{
    return vpmu.system && address_is_kernel(qemu_plugin_insn_vaddr(insn)) ? KERNEL : USER;
}

/* Whether accesses of that space change the caches and are counted. */
static inline bool modelled(enum space space)
{
    return space == USER || !vpmu.arguments.user_only;
}

static inline void access_fetch(enum space space, const struct fetch *fetch)
{
    unsigned missed = core_fetch(&vpmu.core, fetch->vaddr, fetch->first, fetch->last);
    if (missed != 0)
        row_fetch_missed(vpmu.row[space], missed);
}

/* The physical address of a byte just accessed; virtual where there is no other. False if it is
   not memory but a device, which is not cached. */
typedef bool (*locate)(qemu_plugin_meminfo_t info, uint64_t vaddr, uint64_t *address);
bool locate_anew(qemu_plugin_meminfo_t info, uint64_t vaddr, uint64_t *address);

/* One load or store as the emulator sees it. False if it was a device's. */
bool access_data(enum space space, qemu_plugin_meminfo_t info, uint64_t vaddr, locate where);

/* Whether the access is no load or store of the program: a mark, which it obeys, or the processor's
   own, of the tables and the stack that an interrupt needs, which QEMU 7.2 sometimes reports for the
   user instruction before it. */
static inline bool access_is_none(enum space space, qemu_plugin_meminfo_t info, uint64_t vaddr)
{
    if (space != USER)
        return false;
    if (!vpmu_is_mark(vaddr) || !qemu_plugin_mem_is_store(info))
        return address_is_kernel(vaddr);
    vpmu_mark(vaddr);
    return true;
}

#endif
