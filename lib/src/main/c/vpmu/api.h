/* What QEMU's plugin versions do differently, hidden: one plugin loads in QEMU 7.2 to 10.x. */
#ifndef SWITCHLAB_VPMU_API_H
#define SWITCHLAB_VPMU_API_H

#include "qemu_api.h"

/* Counted by the emulated code itself, without a call. */
struct inline_counters {
    uint64_t instructions[2]; /* by space */
    uint64_t interrupt_returns;
};

/* The counters of the only vCPU; valid once it exists. */
extern struct inline_counters *inline_counters;

/* Before anything else of this header; `current` is the version of the interface QEMU offers. */
void api_start(int current);

/* When the vCPU has been created. */
void api_vcpu_created(void);

/* From now on each execution of `insn` adds `number` to the counter at `offset` of the counters. */
void api_count(struct qemu_plugin_insn *insn, size_t offset, uint64_t number);

/* Copies the first `length` bytes of the instruction; how many there were. */
size_t api_insn_bytes(const struct qemu_plugin_insn *insn, uint8_t *bytes, size_t length);

#endif
