/* The runner as /init of an emulated machine: it does what a plan from the host says, and powers
   off. lib/docs/emulated-machine.md describes plan and answers. */
#ifndef SWITCHLAB_INIT_H
#define SWITCHLAB_INIT_H

#include <stdbool.h>

/* Whether the kernel started this process as its /init. */
bool is_init(const char *name);

/* Never returns: the machine is off, or the host ended it. */
_Noreturn void init_run(void);

#endif
