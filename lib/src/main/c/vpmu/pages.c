#include "pages.h"

#include "access.h"

enum { REMEMBERED_PAGES = 1024 };

static struct {
    uint64_t epoch; /* the entry is valid if it is this one */
    uint64_t page;
    uint64_t frame;
} remembered[REMEMBERED_PAGES];
static uint64_t epoch = 1;

void pages_forget(void)
{
    epoch++;
}

bool pages_locate(qemu_plugin_meminfo_t info, uint64_t vaddr, uint64_t *address)
{
    if (!vpmu.system) {
        *address = vaddr;
        return true;
    }
    uint64_t page = vaddr >> SMALL_PAGE_BITS;
    size_t slot = page % REMEMBERED_PAGES;
    if (remembered[slot].page != page || remembered[slot].epoch != epoch) {
        if (!locate_anew(info, vaddr, address))
            return false;
        remembered[slot].epoch = epoch;
        remembered[slot].page = page;
        remembered[slot].frame = *address >> SMALL_PAGE_BITS;
    }
    *address = remembered[slot].frame << SMALL_PAGE_BITS | (vaddr & (PAGE_BYTES - 1));
    return true;
}
