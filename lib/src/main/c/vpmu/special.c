#include "special.h"

#include <stddef.h>

enum x86_kind special_kind(const struct qemu_plugin_insn *insn)
{
    if (!vpmu.x86)
        return X86_OTHER;
    uint8_t bytes[X86_LONGEST];
    return x86_kind(bytes, api_insn_bytes(insn, bytes, sizeof bytes));
}

static void on_kernel_call(unsigned vcpu, qemu_plugin_meminfo_t info, uint64_t vaddr, void *unused)
{
    (void)vcpu, (void)info, (void)unused;
    vpmu_kernel_stack(vaddr);
}

/* The page table is another one, or a page of it has changed: what is known of either may be old. */
static void on_switch_tables(unsigned vcpu, void *unused)
{
    (void)vcpu, (void)unused;
    vpmu_switch_tables();
    special_translations_changed();
}

static void on_page_fault(unsigned vcpu, void *unused)
{
    (void)vcpu, (void)unused;
    vpmu_page_fault();
}

static void on_drop_page(unsigned vcpu, void *unused)
{
    (void)vcpu, (void)unused;
    special_translations_changed();
}

void special_instrument(struct qemu_plugin_insn *insn, enum x86_kind kind)
{
    if (kind == X86_CALL)
        qemu_plugin_register_vcpu_mem_cb(insn, on_kernel_call, QEMU_PLUGIN_CB_NO_REGS,
                                         QEMU_PLUGIN_MEM_W, NULL);
    else if (kind == X86_WRITES_CR3)
        qemu_plugin_register_vcpu_insn_exec_cb(insn, on_switch_tables, QEMU_PLUGIN_CB_NO_REGS,
                                               NULL);
    else if (kind == X86_DROPS_PAGE)
        qemu_plugin_register_vcpu_insn_exec_cb(insn, on_drop_page, QEMU_PLUGIN_CB_NO_REGS, NULL);
    else if (kind == X86_READS_CR2)
        qemu_plugin_register_vcpu_insn_exec_cb(insn, on_page_fault, QEMU_PLUGIN_CB_NO_REGS, NULL);
    else if (kind == X86_INTERRUPT_RETURN)
        api_count(insn, offsetof(struct inline_counters, interrupt_returns), 1);
}
