/* Pages, address spaces and lines of instructions against traces computed by hand. */
#include "core.h"

#include "check.h"

#define PAGE(number) (UINT64_C(0x400000) + (number)*4096)
#define KERNEL_STACK UINT64_C(0xffffc90000004000)  /* small pages */
#define KERNEL_DIRECT UINT64_C(0xffff888000000000) /* large pages */

static struct core_shape shape_of(unsigned dtlb, unsigned stlb)
{
    const struct level_shape l1 = {{.sets = 64, .ways = 8}, 6};
    return (struct core_shape){.caches = {.l1i = l1, .l1d = l1},
                               .dtlb = {.sets = 1, .ways = dtlb},
                               .itlb = {.sets = 1, .ways = 4},
                               .stlb = {.sets = 1, .ways = stlb},
                               .has_stlb = stlb != 0,
                               .tagged = true,
                               .user_page_bits = 12};
}

static struct core core_of(const struct core_shape *shape)
{
    struct core core;
    core_init(&core, shape);
    return core;
}

/* What the TLBs say of an access; memory lies where it is mapped. */
static unsigned tlb(struct core *core, uint64_t vaddr)
{
    return core_data(core, vaddr, vaddr & 0xffffffff) & (MISSED_TLB | MISSED_STLB);
}

static void pages_miss_once_while_they_fit(void)
{
    struct core_shape shape = shape_of(2, 0);
    struct core core = core_of(&shape);
    CHECK(tlb(&core, PAGE(0)) == MISSED_TLB);
    CHECK(tlb(&core, PAGE(0) + 4095) == 0);
    CHECK(tlb(&core, PAGE(1)) != 0);
    CHECK(tlb(&core, PAGE(0)) == 0);
    CHECK(tlb(&core, PAGE(2)) != 0); /* 1 goes */
    CHECK(tlb(&core, PAGE(0)) == 0);
    CHECK(tlb(&core, PAGE(1)) != 0);
    core_free(&core);
}

static void the_second_level_catches_what_the_first_lost(void)
{
    struct core_shape shape = shape_of(1, 4);
    struct core core = core_of(&shape);
    CHECK(tlb(&core, PAGE(0)) == (MISSED_TLB | MISSED_STLB));
    CHECK(tlb(&core, PAGE(1)) == (MISSED_TLB | MISSED_STLB));
    CHECK(tlb(&core, PAGE(0)) == MISSED_TLB);
    core_free(&core);
}

static void large_pages_cover_512_small_ones(void)
{
    struct core_shape shape = shape_of(2, 0);
    shape.user_page_bits = 21;
    struct core core = core_of(&shape);
    CHECK(tlb(&core, PAGE(0)) != 0);
    CHECK(tlb(&core, PAGE(511)) == 0);
    CHECK(tlb(&core, PAGE(512)) != 0);
    CHECK(tlb(&core, KERNEL_DIRECT) != 0);
    CHECK(tlb(&core, KERNEL_DIRECT + (1 << 21) - 1) == 0);
    CHECK(tlb(&core, KERNEL_STACK) != 0);
    CHECK(tlb(&core, KERNEL_STACK + 4096) != 0);
    core_free(&core);
}

static void tagged_entries_wait_for_their_address_space(void)
{
    struct core_shape shape = shape_of(4, 0);
    struct core core = core_of(&shape);
    core_enter_space(&core, 1);
    CHECK(tlb(&core, PAGE(0)) != 0);
    CHECK(tlb(&core, KERNEL_STACK) != 0);
    core_enter_space(&core, 2);
    core_switch_tables(&core);
    CHECK(tlb(&core, PAGE(0)) != 0); /* the same address, another page */
    CHECK(tlb(&core, KERNEL_STACK) == 0);
    core_enter_space(&core, 1);
    core_switch_tables(&core);
    CHECK(tlb(&core, PAGE(0)) == 0);
    core_free(&core);
}

static void untagged_user_entries_go_with_the_page_table(void)
{
    struct core_shape shape = shape_of(4, 8);
    shape.tagged = false;
    struct core core = core_of(&shape);
    CHECK(tlb(&core, PAGE(0)) != 0);
    CHECK(tlb(&core, KERNEL_STACK) != 0);
    core_switch_tables(&core);
    CHECK(tlb(&core, KERNEL_STACK) == 0);
    CHECK(tlb(&core, PAGE(0)) == (MISSED_TLB | MISSED_STLB));
    core_free(&core);
}

static void instructions_of_one_line_are_one_fetch(void)
{
    struct core_shape shape = shape_of(4, 0);
    struct core core = core_of(&shape);
    CHECK(core_fetch(&core, 0x1000, 0x1000, 0x1003) == (MISSED_L1 | MISSED_TLB));
    CHECK(core_fetch(&core, 0x1004, 0x1004, 0x1008) == 0);
    CHECK(core_fetch(&core, 0x1009, 0x1009, 0x1040) == MISSED_L1); /* its last byte is new */
    CHECK(core_fetch(&core, 0x1041, 0x1041, 0x1042) == 0);
    core_free(&core);
}

/* Both lines and both pages are new: one miss of each level, not two. */
static void an_instruction_in_two_lines_misses_once(void)
{
    struct core_shape shape = shape_of(4, 0);
    struct core core = core_of(&shape);
    CHECK(core_fetch(&core, 0x1ffe, 0x1ffe, 0x2001) == (MISSED_L1 | MISSED_TLB));
    CHECK(core_fetch(&core, 0x1fc0, 0x1fc0, 0x1fc1) == 0);
    CHECK(core_fetch(&core, 0x2002, 0x2002, 0x2003) == 0);
    core_free(&core);
}

static void clearing_forgets_everything(void)
{
    struct core_shape shape = shape_of(4, 4);
    struct core core = core_of(&shape);
    core_fetch(&core, 0x1000, 0x1000, 0x1003);
    core_data(&core, PAGE(0), PAGE(0));
    core_clear(&core);
    CHECK(core_fetch(&core, 0x1000, 0x1000, 0x1003) == (MISSED_L1 | MISSED_TLB | MISSED_STLB));
    CHECK(core_data(&core, PAGE(0), PAGE(0)) == (MISSED_L1 | MISSED_TLB | MISSED_STLB));
    core_free(&core);
}

int main(void)
{
    pages_miss_once_while_they_fit();
    the_second_level_catches_what_the_first_lost();
    large_pages_cover_512_small_ones();
    tagged_entries_wait_for_their_address_space();
    untagged_user_entries_go_with_the_page_table();
    instructions_of_one_line_are_one_fetch();
    an_instruction_in_two_lines_misses_once();
    clearing_forgets_everything();
    return check_summary();
}
