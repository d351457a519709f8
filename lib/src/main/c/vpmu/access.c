#include "access.h"

/* Code lies at host addresses for the interface: a constant away from physical ones, and that
   constant changes with each start. Kept relative to the first one of the kernel, in units that
   keep what lies below 2 MiB, and apart from data. */
#define CODE_ADDRESS (UINT64_C(1) << 60)

static uint64_t code_origin(uint64_t vaddr, uint64_t haddr)
{
    static uint64_t origin;
    if (origin == 0 && address_is_kernel(vaddr))
        origin = haddr >> LARGE_PAGE_BITS << LARGE_PAGE_BITS;
    return origin;
}

struct fetch fetch_of(const struct qemu_plugin_insn *insn)
{
    uint64_t vaddr = qemu_plugin_insn_vaddr(insn);
    uint64_t address = vaddr;
    if (vpmu.system) {
        uint64_t haddr = (uint64_t)(uintptr_t)qemu_plugin_insn_haddr(insn);
        address = CODE_ADDRESS | ((haddr - code_origin(vaddr, haddr)) & ADDRESS_BITS_USED);
    }
    uint64_t size = qemu_plugin_insn_size(insn);
    return (struct fetch){.vaddr = vaddr, .first = address, .last = address + size - 1};
}

bool locate_anew(qemu_plugin_meminfo_t info, uint64_t vaddr, uint64_t *address)
{
    struct qemu_plugin_hwaddr *place = qemu_plugin_get_hwaddr(info, vaddr);
    *address = place == NULL ? vaddr : qemu_plugin_hwaddr_phys_addr(place);
    return place == NULL || !qemu_plugin_hwaddr_is_io(place);
}

/* The emulator reports a read-modify-write as a load and a store, and splits what is wider than 8
   bytes. Both are one access, as for valgrind and as for the load and store ports of a core. */
enum part { NEW_ACCESS, MODIFICATION, CONTINUATION };

static enum part part_of(const struct last_access *last, uint64_t instruction,
                         qemu_plugin_meminfo_t info, uint64_t vaddr)
{
    if (instruction != last->instruction)
        return NEW_ACCESS;
    bool store = qemu_plugin_mem_is_store(info), last_was_store = qemu_plugin_mem_is_store(last->info);
    if (store && !last_was_store && vaddr == last->vaddr)
        return MODIFICATION;
    return store == last_was_store && vaddr == last->vaddr + 8 ? CONTINUATION : NEW_ACCESS;
}

/* The levels missed by `size` bytes at `vaddr`; those that straddle two lines miss a level once. */
static bool look_up(qemu_plugin_meminfo_t info, uint64_t vaddr, uint64_t size, locate where,
                    unsigned *missed)
{
    uint64_t address;
    if (!where(info, vaddr, &address))
        return false;
    *missed = core_data(&vpmu.core, vaddr, address);
    unsigned line_bits = vpmu.core.shape.caches.l1d.line_bits;
    uint64_t second = (vaddr + size - 1) >> line_bits << line_bits;
    if (second > vaddr && where(info, second, &address))
        *missed |= core_data(&vpmu.core, second, address);
    return true;
}

bool access_data(enum space space, qemu_plugin_meminfo_t info, uint64_t vaddr, locate where)
{
    uint64_t instruction = inline_counters->instructions[space];
    struct last_access *last = &vpmu.access[space];
    bool new = part_of(last, instruction, info, vaddr) == NEW_ACCESS;
    unsigned missed;
    if (!look_up(info, vaddr, UINT64_C(1) << qemu_plugin_mem_size_shift(info), where, &missed))
        return false;
    unsigned before = new ? 0 : last->missed;
    vpmu.row[space]->data_accesses += new;
    if ((missed & ~before) != 0)
        row_data_missed(vpmu.row[space], missed & ~before);
    *last = (struct last_access){instruction, vaddr, info, missed | before};
    return true;
}
