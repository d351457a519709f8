/* Physical addresses, asked of the emulator once a page and not once an access. */
#ifndef SWITCHLAB_VPMU_PAGES_H
#define SWITCHLAB_VPMU_PAGES_H

#include "qemu_api.h"

/* A `locate` (access.h). */
bool pages_locate(qemu_plugin_meminfo_t info, uint64_t vaddr, uint64_t *address);

/* Some page may be elsewhere now. A guest kernel that changes a translation in use must drop it, and
   so do we: this is what a TLB of the hardware relies on, too. */
void pages_forget(void);

#endif
