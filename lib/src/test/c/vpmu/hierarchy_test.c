/* Inclusion between levels against traces computed by hand. Every level has one set, so that its
   number of ways is the number of lines it holds. */
#include "hierarchy.h"

#include "check.h"

enum { LINE_BITS = 6, MISSED_ALL = MISSED_L1 | MISSED_L2 | MISSED_L3 };

static struct level_shape lines(unsigned count)
{
    return (struct level_shape){{.sets = 1, .ways = count}, LINE_BITS};
}

static struct hierarchy two_levels(unsigned l1, unsigned l2, enum inclusion inclusion)
{
    struct hierarchy_shape shape = {.l1i = lines(l1),
                                    .l1d = lines(l1),
                                    .l2 = lines(l2),
                                    .has_l2 = true,
                                    .l2_inclusion = inclusion};
    struct hierarchy hierarchy;
    hierarchy_init(&hierarchy, &shape);
    return hierarchy;
}

static struct hierarchy three_levels(unsigned l1, unsigned l2, unsigned l3, enum inclusion l2_of_l1,
                                     enum inclusion l3_of_l2)
{
    struct hierarchy_shape shape = {.l1i = lines(l1),
                                    .l1d = lines(l1),
                                    .l2 = lines(l2),
                                    .l3 = lines(l3),
                                    .has_l2 = true,
                                    .has_l3 = true,
                                    .l2_inclusion = l2_of_l1,
                                    .l3_inclusion = l3_of_l2};
    struct hierarchy hierarchy;
    hierarchy_init(&hierarchy, &shape);
    return hierarchy;
}

static unsigned data(struct hierarchy *hierarchy, uint64_t line)
{
    return hierarchy_data(hierarchy, line << LINE_BITS);
}

static unsigned code(struct hierarchy *hierarchy, uint64_t line)
{
    return hierarchy_fetch(hierarchy, line << LINE_BITS);
}

static void without_inclusion_each_level_evicts_alone(void)
{
    struct hierarchy two = two_levels(2, 4, INCLUSION_NONE);
    CHECK(data(&two, 0) == (MISSED_L1 | MISSED_L2));
    CHECK(data(&two, 1) == (MISSED_L1 | MISSED_L2));
    CHECK(data(&two, 0) == 0);
    CHECK(data(&two, 2) == (MISSED_L1 | MISSED_L2)); /* L1 loses 1 */
    CHECK(data(&two, 1) == MISSED_L1);
    CHECK(data(&two, 2) == 0);
    hierarchy_free(&two);
}

/* L2 is smaller than L1d here, and still L1d keeps what L2 lost. */
static void without_inclusion_nothing_is_taken_from_above(void)
{
    struct hierarchy two = two_levels(4, 2, INCLUSION_NONE);
    for (uint64_t line = 0; line < 3; line++)
        data(&two, line);
    CHECK(data(&two, 0) == 0);
    CHECK(!two.l1d_disturbed);
    hierarchy_free(&two);
}

static void an_inclusive_level_takes_its_victim_from_above(void)
{
    struct hierarchy two = two_levels(4, 2, INCLUSIVE);
    data(&two, 0);
    data(&two, 1);
    CHECK(!two.l1d_disturbed);
    data(&two, 2); /* L2 loses 0, and so does L1d */
    CHECK(two.l1d_disturbed);
    CHECK(data(&two, 2) == 0);
    CHECK(data(&two, 1) == 0); /* a hit above does not reach L2: 1 stays its oldest */
    CHECK(data(&two, 0) == (MISSED_L1 | MISSED_L2));
    CHECK(data(&two, 1) == (MISSED_L1 | MISSED_L2));
    hierarchy_free(&two);
}

/* What the paper supposes: data passing through an inclusive L2 evicts instructions from L1i. */
static void data_evicts_code_through_an_inclusive_level(enum inclusion inclusion, unsigned refetch)
{
    struct hierarchy two = two_levels(4, 3, inclusion);
    CHECK(code(&two, 100) == (MISSED_L1 | MISSED_L2));
    for (uint64_t line = 0; line < 3; line++)
        CHECK(data(&two, line) == (MISSED_L1 | MISSED_L2));
    CHECK(code(&two, 100) == refetch);
    hierarchy_free(&two);
}

/* L1d and L2 hold 1 + 2 lines together and none twice. */
static void an_exclusive_level_adds_its_capacity(void)
{
    struct hierarchy two = two_levels(1, 2, EXCLUSIVE);
    for (int pass = 0; pass < 3; pass++)
        for (uint64_t line = 0; line < 3; line++)
            CHECK(data(&two, line) == (pass == 0 ? MISSED_L1 | MISSED_L2 : MISSED_L1));
    CHECK(data(&two, 3) == (MISSED_L1 | MISSED_L2)); /* 2 goes to L2, which loses 0 */
    CHECK(data(&two, 1) == MISSED_L1);
    CHECK(data(&two, 0) == (MISSED_L1 | MISSED_L2));
    hierarchy_free(&two);
    struct hierarchy shared = two_levels(1, 2, INCLUSION_NONE);
    for (int pass = 0; pass < 3; pass++)
        for (uint64_t line = 0; line < 3; line++)
            CHECK(data(&shared, line) == (MISSED_L1 | MISSED_L2)); /* 2 lines, 3 wanted */
    hierarchy_free(&shared);
}

static void an_inclusive_l3_includes_through_l2(void)
{
    struct hierarchy three = three_levels(4, 4, 2, INCLUSION_NONE, INCLUSIVE);
    for (uint64_t line = 0; line < 3; line++)
        CHECK(data(&three, line) == MISSED_ALL);
    CHECK(data(&three, 2) == 0);
    CHECK(data(&three, 0) == MISSED_ALL);
    hierarchy_free(&three);
}

/* As on AMD: L2 includes L1, and what it evicts goes to L3. */
static void a_victim_l3_holds_what_l2_evicted(void)
{
    struct hierarchy three = three_levels(1, 1, 2, INCLUSIVE, EXCLUSIVE);
    for (uint64_t line = 0; line < 3; line++)
        CHECK(data(&three, line) == MISSED_ALL);
    CHECK(data(&three, 0) == (MISSED_L1 | MISSED_L2)); /* leaves L3; 2 goes there */
    CHECK(data(&three, 1) == (MISSED_L1 | MISSED_L2));
    CHECK(data(&three, 3) == MISSED_ALL); /* L3 had 2 and 0, takes 1, loses 2 */
    CHECK(data(&three, 2) == MISSED_ALL);
    hierarchy_free(&three);
}

/* One line of L2 covers two of L1d. */
static void longer_lines_below_cover_several_above(void)
{
    struct hierarchy_shape shape = {.l1i = lines(4),
                                    .l1d = lines(4),
                                    .l2 = {{.sets = 1, .ways = 1}, LINE_BITS + 1},
                                    .has_l2 = true,
                                    .l2_inclusion = INCLUSIVE};
    struct hierarchy two;
    hierarchy_init(&two, &shape);
    CHECK(data(&two, 0) == (MISSED_L1 | MISSED_L2));
    CHECK(data(&two, 1) == MISSED_L1);
    CHECK(data(&two, 2) == (MISSED_L1 | MISSED_L2)); /* L1d loses 0 and 1 */
    CHECK(data(&two, 1) == (MISSED_L1 | MISSED_L2));
    CHECK(data(&two, 0) == MISSED_L1);
    hierarchy_free(&two);
}

int main(void)
{
    without_inclusion_each_level_evicts_alone();
    without_inclusion_nothing_is_taken_from_above();
    an_inclusive_level_takes_its_victim_from_above();
    data_evicts_code_through_an_inclusive_level(INCLUSION_NONE, 0);
    data_evicts_code_through_an_inclusive_level(INCLUSIVE, MISSED_L1 | MISSED_L2);
    an_exclusive_level_adds_its_capacity();
    an_inclusive_l3_includes_through_l2();
    a_victim_l3_holds_what_l2_evicted();
    longer_lines_below_cover_several_above();
    return check_summary();
}
