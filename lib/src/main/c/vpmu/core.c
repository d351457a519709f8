#include "core.h"

#include "address.h"

/* A TLB tag: the page number, the address space above it, and two kinds of pages above that. */
enum { SPACE_SHIFT = 37, SPACE_BITS = 24 };
#define KERNEL_PAGE (UINT64_C(1) << 62)
#define LARGE_PAGE (UINT64_C(1) << 61)

/* Which page of each TLB is its most recently used one is not known any more. */
static void forget_pages(struct core *core)
{
    core->code_page = NO_TAG;
    core->data_page = NO_TAG;
}

void core_init(struct core *core, const struct core_shape *shape)
{
    *core = (struct core){.shape = *shape, .fetched_line = NO_TAG, .code_page = NO_TAG,
                          .data_page = NO_TAG};
    hierarchy_init(&core->caches, &shape->caches);
    cache_init(&core->dtlb, shape->dtlb);
    cache_init(&core->itlb, shape->itlb);
    if (shape->has_stlb)
        cache_init(&core->stlb, shape->stlb);
}

void core_free(struct core *core)
{
    hierarchy_free(&core->caches);
    cache_free(&core->dtlb);
    cache_free(&core->itlb);
    cache_free(&core->stlb);
}

void core_enter_space(struct core *core, uint64_t space)
{
    core->space_tag = (space & ((UINT64_C(1) << SPACE_BITS) - 1)) << SPACE_SHIFT;
    forget_pages(core);
    core->caches.l1d_disturbed = true;
}

/* The kernel's pages are global and stay. */
void core_switch_tables(struct core *core)
{
    if (core->shape.tagged)
        return;
    cache_keep(&core->dtlb, KERNEL_PAGE);
    cache_keep(&core->itlb, KERNEL_PAGE);
    if (core->shape.has_stlb)
        cache_keep(&core->stlb, KERNEL_PAGE);
    forget_pages(core);
}

void core_clear(struct core *core)
{
    hierarchy_clear(&core->caches);
    cache_clear(&core->dtlb);
    cache_clear(&core->itlb);
    if (core->shape.has_stlb)
        cache_clear(&core->stlb);
    core->fetched_line = NO_TAG;
    forget_pages(core);
    core->caches.l1d_disturbed = true;
}

static uint64_t page_tag(const struct core *core, uint64_t vaddr, unsigned user_page_bits)
{
    bool kernel = address_is_kernel(vaddr);
    unsigned bits = kernel ? address_kernel_page_bits(vaddr) : user_page_bits;
    uint64_t page = (vaddr & ADDRESS_BITS_USED) >> bits;
    return page | (bits == LARGE_PAGE_BITS ? LARGE_PAGE : 0) |
           (kernel ? KERNEL_PAGE : core->space_tag);
}

static unsigned look_up(struct core *core, struct cache *tlb, uint64_t page)
{
    uint64_t evicted;
    if (cache_access(tlb, page, &evicted))
        return 0;
    if (!core->shape.has_stlb || cache_access(&core->stlb, page, &evicted))
        return MISSED_TLB;
    return MISSED_TLB | MISSED_STLB;
}

/* The page looked up last is in the TLB, and its most recently used entry: nothing changes. */
static inline unsigned look_up_other(struct core *core, struct cache *tlb, uint64_t page,
                                     uint64_t *last)
{
    if (page == *last)
        return 0;
    *last = page;
    return look_up(core, tlb, page);
}

static unsigned fetch_line(struct core *core, uint64_t vaddr, uint64_t address)
{
    uint64_t line = address >> core->shape.caches.l1i.line_bits;
    if (line == core->fetched_line)
        return 0;
    core->fetched_line = line;
    uint64_t page = page_tag(core, vaddr, SMALL_PAGE_BITS);
    return look_up_other(core, &core->itlb, page, &core->code_page) |
           hierarchy_fetch(&core->caches, address);
}

unsigned core_fetch(struct core *core, uint64_t vaddr, uint64_t first, uint64_t last)
{
    unsigned missed = fetch_line(core, vaddr, first);
    return missed | fetch_line(core, vaddr + (last - first), last);
}

unsigned core_data(struct core *core, uint64_t vaddr, uint64_t address)
{
    uint64_t page = page_tag(core, vaddr, core->shape.user_page_bits);
    return look_up_other(core, &core->dtlb, page, &core->data_page) |
           hierarchy_data(&core->caches, address);
}
