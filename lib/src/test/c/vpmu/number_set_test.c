/* The set of numbers against a plain array of flags, through many removals. */
#include "number_set.h"

#include <string.h>

#include "check.h"

enum { NUMBERS = 4000, STEPS = 200000 };
static bool expected[NUMBERS];

/* Spread so that many meet in the same slots. */
static uint64_t number_of(unsigned index)
{
    return (uint64_t)index << 40 | index % 7;
}

static void step(struct number_set *set, unsigned random)
{
    unsigned index = random % NUMBERS;
    bool adds = random >> 20 & 1;
    bool changed = adds ? number_set_add(set, number_of(index)) : number_set_remove(set, number_of(index));
    CHECK(changed == (adds != expected[index]));
    expected[index] = adds;
}

static void compare(const struct number_set *set, size_t count)
{
    CHECK(set->count == count);
    for (unsigned i = 0; i < NUMBERS; i++)
        CHECK(number_set_contains(set, number_of(i)) == expected[i]);
}

static size_t count_expected(void)
{
    size_t count = 0;
    for (unsigned i = 0; i < NUMBERS; i++)
        count += expected[i];
    return count;
}

int main(void)
{
    struct number_set set = {0};
    CHECK(!number_set_contains(&set, 1) && !number_set_remove(&set, 1));
    unsigned random = 12345;
    for (int i = 0; i < STEPS; i++) {
        random = random * 1664525 + 1013904223; /* Numerical Recipes */
        step(&set, random >> 8);
    }
    compare(&set, count_expected());
    number_set_keep(&set, 1);
    for (unsigned i = 0; i < NUMBERS; i++)
        expected[i] = expected[i] && (number_of(i) & 1) != 0;
    compare(&set, count_expected());
    number_set_clear(&set);
    memset(expected, 0, sizeof expected);
    compare(&set, 0);
    number_set_free(&set);
    return check_summary();
}
