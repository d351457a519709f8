#include "mark.h"

#include <sys/mman.h>

#include "host.h"

enum { PAGE_BYTES = 4096 };

void mark_page_map(uintptr_t address)
{
    void *page = mmap((void *)address, PAGE_BYTES, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE | MAP_POPULATE, -1, 0);
    if (page == MAP_FAILED)
        host_give_up("mmap(mark page at %#jx)", (uintmax_t)address);
}
