/* The straightforward instrumentation: one callback an instruction, one an access, each asking the
   emulator for all it needs to know. Of no use but to be compared with: the other one must count
   the same, in half the time. */
#include <stddef.h>

#include "access.h"
#include "branches.h"
#include "instrument.h"
#include "memory.h"
#include "special.h"

struct place {
    struct fetch fetch;
    enum space space;
};

void special_translations_changed(void)
{
    /* nothing is remembered */
}

void instrument_flushed(qemu_plugin_id_t id)
{
    (void)id; /* a run of the tests is short: places are not given back */
}

static void on_instruction(unsigned vcpu, void *userdata)
{
    (void)vcpu;
    const struct place *place = userdata;
    if (place->space == USER && vpmu.kernel_ran)
        vpmu_enter_user();
    if (vpmu.arguments.has_predictor && modelled(place->space))
        branches_reach(place->space, place->fetch.vaddr);
    vpmu_block(place->space, &place->fetch.block);
    inline_counters->instructions[place->space]++;
    if (modelled(place->space))
        access_fetch(place->space, &place->fetch);
}

static void on_access(unsigned vcpu, qemu_plugin_meminfo_t info, uint64_t vaddr, void *userdata)
{
    (void)vcpu;
    const struct place *place = userdata;
    if (!access_is_none(place->space, info, vaddr) && modelled(place->space))
        access_data(place->space, info, vaddr, locate_anew);
}

void instrument_block(qemu_plugin_id_t id, struct qemu_plugin_tb *block)
{
    (void)id;
    for (size_t i = 0; i < qemu_plugin_tb_n_insns(block); i++) {
        struct qemu_plugin_insn *insn = qemu_plugin_tb_get_insn(block, i);
        struct place *place = memory_new(1, sizeof *place);
        enum x86_kind kind = special_kind(insn);
        *place = (struct place){fetch_of(insn), space_of(insn)};
        place->fetch.block = (struct block){1, kind, branches_of(insn)}; /* each is one of its own */
        qemu_plugin_register_vcpu_insn_exec_cb(insn, on_instruction, QEMU_PLUGIN_CB_NO_REGS, place);
        if (place->space == KERNEL)
            special_instrument(insn, kind);
        qemu_plugin_register_vcpu_mem_cb(insn, on_access, QEMU_PLUGIN_CB_NO_REGS,
                                         QEMU_PLUGIN_MEM_RW, place);
    }
}
