/* The virtual PMU: the modelled core, who runs on it, and what is counted for whom. One vCPU, so
   one of it; the callbacks of the instrumentation are its only users. */
#ifndef SWITCHLAB_VPMU_VPMU_H
#define SWITCHLAB_VPMU_VPMU_H

#include "address.h"
#include "api.h"
#include "arguments.h"
#include "core.h"
#include "counts.h"
#include "flow.h"
#include "predictor.h"
#include "tasks.h"
#include "x86.h"

/* The data access last seen in a space: an instruction's accesses are told apart from the next one's
   by the number of instructions executed, which grows before each that may access memory. */
struct last_access {
    uint64_t instruction;
    uint64_t vaddr;
    qemu_plugin_meminfo_t info;
    unsigned missed;
};

/* A run of instructions that ends early only if one of them faults. */
struct block {
    uint64_t length;
    enum x86_kind last; /* what its last instruction is */
    struct branch branch; /* which that may be */
};

struct vpmu {
    struct arguments arguments;
    bool system; /* a whole machine, not one program */
    bool x86;
    FILE *out;
    struct core core;
    struct tasks tasks;
    struct counts counts;
    struct row *row[SPACES];          /* of the running process */
    struct inline_counters settled;   /* up to where instructions have been put into rows */
    struct last_access access[SPACES];
    const struct block *block[SPACES]; /* the last to begin; of the kernel only for its branches */
    uint64_t block_start[SPACES];     /* instructions executed before it */
    struct predictor predictor;       /* if branches are counted */
    struct flow flow[SPACES];
    enum space flow_space;            /* of the last block */
    uint64_t flow_task;               /* of the last one of user code */
    uint64_t kernel_stack_pointer;    /* at the kernel's last CALL */
    bool counting;
    bool kernel_ran;                  /* since user code last ran */
};

extern struct vpmu vpmu;

/* False after saying why on stderr. */
bool vpmu_start(const qemu_info_t *info, int count, char **texts);

/* The end of the emulation: a whole run that was counted without marks is written. */
void vpmu_finish(void);

/* Puts the instructions executed since the last time into the rows of the process that ran. */
void vpmu_settle(void);

/* Another process than before is current: its rows are counted in from now on. */
void vpmu_choose_rows(void);

/* Counts from here; the caches keep what they hold. */
void vpmu_begin(void);

/* Writes what was counted, and counts no more. */
void vpmu_write_line(void);

/* The kernel's stack is at `vaddr`. */
void vpmu_kernel_stack(uint64_t vaddr);

/* The first user instruction after the kernel ran is about to run. */
void vpmu_enter_user(void);

/* A block begins. */
static inline void vpmu_block(enum space space, const struct block *block)
{
    vpmu.block[space] = block;
    vpmu.block_start[space] = inline_counters->instructions[space];
}

/* Whether all instructions of the last block were begun. */
static inline bool vpmu_block_ended(enum space space)
{
    const struct block *block = vpmu.block[space];
    return block != NULL &&
           inline_counters->instructions[space] == vpmu.block_start[space] + block->length;
}

/* What was kept of translated blocks is about to go. */
void vpmu_translations_flushed(void);

/* The kernel handles a page fault: an instruction that was counted did not get done. */
void vpmu_page_fault(void);

/* Another page table, or the same afresh. */
void vpmu_switch_tables(void);

/* Whether `vaddr` lies on the mark page. */
static inline bool vpmu_is_mark(uint64_t vaddr)
{
    return vpmu.arguments.has_marks && (vaddr & ~(uint64_t)(PAGE_BYTES - 1)) == vpmu.arguments.marks;
}

/* Obeys the mark at `vaddr`. */
void vpmu_mark(uint64_t vaddr);

#endif
