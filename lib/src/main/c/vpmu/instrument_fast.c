/* The instrumentation that is used. What makes it fast:
   - instructions are counted by the emulated code itself, a few at a time;
   - a fetch reports where a line begins, not every instruction, and a line the last instruction
     came from is done after one comparison;
   - a load or store of the line accessed last is done after two: that line is the most recently
     used of its set and its page of its TLB set, so that nothing changes;
   - the emulator is asked for a physical address once a page and not once an access;
   - whether code is the kernel's is decided when it is translated, and model=user does not
     instrument the kernel's accesses at all. */
#include "instrument.h"

#include <stddef.h>

#include "access.h"
#include "branches.h"
#include "kept.h"
#include "pages.h"
#include "special.h"

/* The line of the last access; NO_TAG if that is not known to be the most recently used one. */
static uint64_t recent_line = NO_TAG;

void special_translations_changed(void)
{
    pages_forget();
    recent_line = NO_TAG;
}

/* --- loads and stores --- */

/* The emulator splits what is wider. */
enum { WIDEST_ACCESS = 16 };

static inline bool certainly_in_one_line(uint64_t vaddr, uint64_t line_bytes)
{
    return (vaddr & (line_bytes - 1)) <= line_bytes - WIDEST_ACCESS;
}

static void full_access(enum space space, qemu_plugin_meminfo_t info, uint64_t vaddr)
{
    unsigned line_bits = vpmu.core.shape.caches.l1d.line_bits;
    vpmu.core.caches.l1d_disturbed = false;
    bool cached = access_data(space, info, vaddr, pages_locate);
    bool one_line = certainly_in_one_line(vaddr, UINT64_C(1) << line_bits);
    recent_line = cached && one_line ? vaddr >> line_bits : NO_TAG;
}

/* The store of an instruction that modifies what it has just loaded: nothing changes. */
static inline bool modifies(const struct last_access *last, qemu_plugin_meminfo_t info,
                            uint64_t vaddr)
{
    return vaddr == last->vaddr && !qemu_plugin_mem_is_store(last->info) &&
           qemu_plugin_mem_is_store(info);
}

static inline void on_access(enum space space, qemu_plugin_meminfo_t info, uint64_t vaddr)
{
    unsigned line_bits = vpmu.core.shape.caches.l1d.line_bits;
    uint64_t instruction = inline_counters->instructions[space];
    struct last_access *last = &vpmu.access[space];
    if (access_is_none(space, info, vaddr))
        return;
    if (vaddr >> line_bits != recent_line || vpmu.core.caches.l1d_disturbed ||
        !certainly_in_one_line(vaddr, UINT64_C(1) << line_bits)) {
        full_access(space, info, vaddr);
    } else if (instruction != last->instruction) {
        vpmu.row[space]->data_accesses++;
        *last = (struct last_access){instruction, vaddr, info, .missed = 0};
    } else if (!modifies(last, info, vaddr)) {
        full_access(space, info, vaddr);
    }
}

static void on_user_access(unsigned vcpu, qemu_plugin_meminfo_t info, uint64_t vaddr, void *unused)
{
    (void)vcpu, (void)unused;
    on_access(USER, info, vaddr);
}

static void on_kernel_access(unsigned vcpu, qemu_plugin_meminfo_t info, uint64_t vaddr,
                             void *unused)
{
    (void)vcpu, (void)unused;
    on_access(KERNEL, info, vaddr);
}

/* One callback for both: QEMU 7.2 calls those for loads and those for stores alike. */
static void report_accesses(struct qemu_plugin_insn *insn, enum space space)
{
    qemu_plugin_register_vcpu_mem_cb(insn, space == USER ? on_user_access : on_kernel_access,
                                     QEMU_PLUGIN_CB_NO_REGS, QEMU_PLUGIN_MEM_RW, NULL);
}

/* --- fetches --- */

void instrument_flushed(qemu_plugin_id_t id)
{
    (void)id;
    vpmu_translations_flushed();
    kept_release();
}

static inline bool already_fetched(const struct fetch *fetch)
{
    unsigned line_bits = vpmu.core.shape.caches.l1i.line_bits;
    return fetch->first >> line_bits == vpmu.core.fetched_line &&
           fetch->last >> line_bits == vpmu.core.fetched_line;
}

static inline void fetch_line_of(enum space space, const struct fetch *fetch)
{
    if (!already_fetched(fetch))
        access_fetch(space, fetch);
}

static void on_user_fetch(unsigned vcpu, void *userdata)
{
    (void)vcpu;
    const struct fetch *fetch = userdata;
    if (vpmu.kernel_ran)
        vpmu_enter_user();
    if (fetch->block.length != 0)
        vpmu_block(USER, &fetch->block);
    fetch_line_of(USER, fetch);
}

static void on_kernel_fetch(unsigned vcpu, void *fetch)
{
    (void)vcpu;
    fetch_line_of(KERNEL, fetch);
}

/* Instead of those two for the first instruction of a block, if branches are counted. */
static void on_user_block(unsigned vcpu, void *userdata)
{
    (void)vcpu;
    const struct fetch *fetch = userdata;
    if (vpmu.kernel_ran)
        vpmu_enter_user();
    branches_reach(USER, fetch->vaddr);
    vpmu_block(USER, &fetch->block);
    fetch_line_of(USER, fetch);
}

static void on_kernel_block(unsigned vcpu, void *userdata)
{
    (void)vcpu;
    const struct fetch *fetch = userdata;
    branches_reach(KERNEL, fetch->vaddr);
    vpmu_block(KERNEL, &fetch->block);
    fetch_line_of(KERNEL, fetch);
}

static qemu_plugin_vcpu_udata_cb_t fetch_callback(enum space space, bool first)
{
    if (first && vpmu.arguments.has_predictor)
        return space == USER ? on_user_block : on_kernel_block;
    return space == USER ? on_user_fetch : on_kernel_fetch;
}

/* Reports the first instruction of a block, and then those that touch another line. */
static void report_fetch(struct qemu_plugin_insn *insn, enum space space, struct block block,
                         uint64_t *line)
{
    unsigned line_bits = vpmu.core.shape.caches.l1i.line_bits;
    struct fetch fetch = fetch_of(insn);
    bool same = fetch.first >> line_bits == *line && fetch.last >> line_bits == *line;
    *line = fetch.last >> line_bits;
    if (same || !modelled(space))
        return;
    fetch.block = block;
    qemu_plugin_register_vcpu_insn_exec_cb(insn, fetch_callback(space, block.length != 0),
                                           QEMU_PLUGIN_CB_NO_REGS, kept_add(fetch));
}

/* --- blocks --- */

struct counting {
    struct qemu_plugin_tb *block;
    size_t counter; /* offset of the one to add to */
    size_t done;    /* instructions counted so far */
};

/* Counts the instructions before `end` that are not counted yet, where the one at `at` begins. */
static void count_until(struct counting *counting, size_t end, size_t at)
{
    if (counting->done < end)
        api_count(qemu_plugin_tb_get_insn(counting->block, at), counting->counter,
                  end - counting->done);
    counting->done = end;
}

/* An instruction that crosses into another page is translated, seen by plugins, and then taken back
   out of its block to become the next one's first. What it was to count would be lost. */
static bool may_be_taken_back(const struct qemu_plugin_insn *insn)
{
    return (qemu_plugin_insn_vaddr(insn) & (PAGE_BYTES - 1)) + qemu_plugin_insn_size(insn) >=
           PAGE_BYTES;
}

/* Instructions are counted where one begins that may access memory, because its access may fault
   and end the block there, and because it tells the accesses of two instructions apart. */
void instrument_block(qemu_plugin_id_t id, struct qemu_plugin_tb *block)
{
    (void)id;
    size_t length = qemu_plugin_tb_n_insns(block);
    const struct qemu_plugin_insn *end = qemu_plugin_tb_get_insn(block, length - 1);
    const struct block whole = {length, special_kind(end), branches_of(end)};
    enum space space = space_of(qemu_plugin_tb_get_insn(block, 0));
    struct counting counting = {
        block, offsetof(struct inline_counters, instructions) + space * sizeof(uint64_t), 0};
    uint64_t line = NO_TAG;
    for (size_t i = 0; i < length; i++) {
        struct qemu_plugin_insn *insn = qemu_plugin_tb_get_insn(block, i);
        enum x86_kind kind = special_kind(insn);
        report_fetch(insn, space, i == 0 ? whole : (struct block){0}, &line);
        if (space == KERNEL)
            special_instrument(insn, kind);
        if (may_be_taken_back(insn))
            count_until(&counting, i, counting.done);
        if (kind != X86_REGISTERS) {
            count_until(&counting, i + 1, i);
            if (modelled(space))
                report_accesses(insn, space);
        }
    }
    count_until(&counting, length, counting.done);
}
