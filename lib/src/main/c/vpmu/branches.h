/* Which branches are done, told by where the next block begins, and their predictions. Called by both
   ways to instrument as each block begins, before vpmu_block; only if branches are counted. */
#ifndef SWITCHLAB_VPMU_BRANCHES_H
#define SWITCHLAB_VPMU_BRANCHES_H

#include "vpmu.h"

/* The branch that `insn` is; none if branches are not counted. */
struct branch branches_of(const struct qemu_plugin_insn *insn);

/* A block begins at `vaddr`. */
void branches_reach(enum space space, uint64_t vaddr);

#endif
