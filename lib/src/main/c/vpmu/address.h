/* What an x86-64 virtual address tells by itself. */
#ifndef SWITCHLAB_VPMU_ADDRESS_H
#define SWITCHLAB_VPMU_ADDRESS_H

#include <stdbool.h>
#include <stdint.h>

enum { SMALL_PAGE_BITS = 12, LARGE_PAGE_BITS = 21, PAGE_BYTES = 1 << SMALL_PAGE_BITS };

/* Above bit 47 all bits are equal, so that bit 47 stands for them. */
#define ADDRESS_BITS_USED ((UINT64_C(1) << 48) - 1)

static inline bool address_is_kernel(uint64_t vaddr)
{
    return vaddr >> 63 != 0;
}

/* Linux maps all memory once more (from 0xffff8880…, the direct map) and its own image (the upper
   2 GiB, up to the modules) with pages of 2 MiB or more, and the rest (stacks, vmalloc, modules)
   with small ones: Documentation/arch/x86/x86_64/mm.rst, without KASLR. */
static inline unsigned address_kernel_page_bits(uint64_t vaddr)
{
    bool direct_map = vaddr >= UINT64_C(0xffff888000000000) && vaddr < UINT64_C(0xffffc88000000000);
    bool image = vaddr >= UINT64_C(0xffffffff80000000) && vaddr < UINT64_C(0xffffffffc0000000);
    return direct_map || image ? LARGE_PAGE_BITS : SMALL_PAGE_BITS;
}

#endif
