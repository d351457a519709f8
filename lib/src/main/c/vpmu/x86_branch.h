/* The branches of x86-64 among its instructions. */
#ifndef SWITCHLAB_VPMU_X86_BRANCH_H
#define SWITCHLAB_VPMU_X86_BRANCH_H

#include <stddef.h>

#include "branch.h"

/* The branch in the `length` bytes of one whole instruction at `vaddr`; of kind BRANCH_NONE if it is
   none. Far ones (between segments), traps, and system calls with their returns are none: they are
   not predicted like a branch. */
struct branch x86_branch(const uint8_t *bytes, size_t length, uint64_t vaddr);

#endif
