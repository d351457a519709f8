/* Guesses of conditional branches against traces followed by hand. T is taken, N is not. */
#include "direction.h"

#include <string.h>

#include "check.h"
#include "history.h"

enum { LONGEST_TRACE = 64 };

static struct direction direction_of(struct direction_shape shape)
{
    struct direction direction;
    direction_init(&direction, &shape);
    return direction;
}

static const struct direction_shape bimodal = {.kind = DIRECTION_BIMODAL, .entries = 16};
/* One tagged table that looks back at one branch: small enough to follow. */
static const struct direction_shape small_tage = {.kind = DIRECTION_TAGE, .entries = 16, .tables = 1,
                                                  .table_entries = 16, .histories = {1}};
static const struct direction_shape tage = {.kind = DIRECTION_TAGE, .entries = 4096, .tables = 4,
                                            .table_entries = 1024, .histories = {5, 15, 44, 130}};

/* Whether the branch at `address`, doing what `trace` says, is guessed as `expected` says. */
static bool guesses(struct direction *direction, uint64_t address, const char *trace,
                    const char *expected)
{
    char guessed[LONGEST_TRACE + 1] = "";
    for (size_t i = 0; trace[i] != '\0'; i++)
        guessed[i] = direction_guess(direction, address, trace[i] == 'T') ? 'T' : 'N';
    bool equal = strcmp(guessed, expected) == 0;
    if (!equal)
        printf("%s guessed %s\n", trace, guessed);
    return equal;
}

/* How often `rounds` of `trace` are guessed wrong. */
static unsigned misses(struct direction *direction, uint64_t address, const char *trace,
                       unsigned rounds)
{
    unsigned count = 0;
    for (unsigned round = 0; round < rounds; round++)
        for (const char *step = trace; *step != '\0'; step++)
            count += direction_guess(direction, address, *step == 'T') != (*step == 'T');
    return count;
}

/* The counter begins at "perhaps not": 1 2 3 3, then 2 3 3 3, … */
static void a_loop_of_four_misses_its_exit(void)
{
    struct direction direction = direction_of(bimodal);
    CHECK(guesses(&direction, 3, "TTTNTTTNTTTN", "NTTTTTTTTTTT"));
    CHECK(misses(&direction, 3, "TTTN", 100) == 100);
    direction_free(&direction);
}

/* 1 2 1 2 …: two bits are always a step behind. */
static void an_alternating_branch_is_always_missed_without_history(void)
{
    struct direction direction = direction_of(bimodal);
    CHECK(guesses(&direction, 3, "TNTNTNTN", "NTNTNTNT"));
    direction_free(&direction);
}

static void branches_as_far_apart_as_the_table_is_long_share_a_counter(void)
{
    struct direction direction = direction_of(bimodal);
    CHECK(guesses(&direction, 3, "TT", "NT"));
    CHECK(guesses(&direction, 3 + 16, "T", "T"));
    CHECK(guesses(&direction, 4, "T", "N"));
    direction_free(&direction);
}

/* 1: the base says N; wrong, so an entry "T after N" is made, and the base goes to T.
   2: the base says T; wrong, so "N after T" is made, and the base goes back to N.
   3: "T after N" is there but new, and the base is still trusted more: N; wrong for the last time, and
      that costs it the trust.
   4 and on: the entries are right. */
static void an_alternating_branch_is_learnt_by_its_last_outcome(void)
{
    struct direction direction = direction_of(small_tage);
    CHECK(guesses(&direction, 5, "TNTNTNTN", "NTNNTNTN"));
    CHECK(misses(&direction, 5, "TN", 100) == 0);
    direction_free(&direction);
}

/* The second branch does what the first did, which goes TTNN. Two bits go 1 2 3 2, 1 2 3 2, …: three
   of four guesses are wrong. One outcome of history is all that is to know. */
static void a_branch_that_follows_another_is_learnt_with_history_only(void)
{
    const struct direction_shape *shapes[] = {&bimodal, &small_tage};
    const unsigned expected[] = {3 * 100, 0};
    for (unsigned i = 0; i < 2; i++) {
        struct direction direction = direction_of(*shapes[i]);
        unsigned wrong = 0;
        for (unsigned step = 0; step < 4 * 102; step++) {
            bool taken = step % 4 < 2;
            direction_guess(&direction, 0x20, taken);
            bool missed = direction_guess(&direction, 0x41, taken) != taken;
            wrong += step >= 4 * 2 && missed;
        }
        CHECK(wrong == expected[i]);
        direction_free(&direction);
    }
}

/* Nine turns and an exit: the table that looks back at 15 branches sees the last exit, the first one
   (5) does not. Two bits miss each exit. */
static void the_exit_of_a_loop_is_learnt_if_history_reaches_the_last_one(void)
{
    struct direction direction = direction_of(tage);
    misses(&direction, 0x401234, "TTTTTTTTTN", 50);
    CHECK(misses(&direction, 0x401234, "TTTTTTTTTN", 50) == 0);
    direction_free(&direction);
    struct direction_shape short_sighted = tage;
    short_sighted.tables = 1;
    direction = direction_of(short_sighted);
    misses(&direction, 0x401234, "TTTTTTTTTN", 50);
    CHECK(misses(&direction, 0x401234, "TTTTTTTTTN", 50) == 50);
    direction_free(&direction);
}

/* The counters begin at 0, one for each of what the last seven branches did. Taken, taken, …: the first
   seven meet a new history each, the eighth and all behind it that of seven taken, whose counter
   guesses "taken" from 2 on. */
static void callgrind_learns_each_history_by_itself(void)
{
    struct direction direction = direction_of((struct direction_shape){.kind = DIRECTION_CALLGRIND});
    CHECK(guesses(&direction, 5, "TTTTTTTTTTTT", "NNNNNNNNNTTT"));
    CHECK(guesses(&direction, 5 + 128, "T", "T")); /* the same seven bits of address */
    CHECK(guesses(&direction, 6, "T", "N"));
    direction_free(&direction);
}

/* Branch number `age` back counts at bit `age` modulo the width. */
static uint32_t folded(const struct history *history, unsigned length, unsigned width)
{
    uint32_t bits = 0;
    for (unsigned age = 0; age < length; age++)
        bits ^= (uint32_t)history_taken(history, age) << age % width;
    return bits;
}

static void a_fold_is_that_of_the_whole_history(void)
{
    static const unsigned lengths[] = {1, 5, 8, 9, 10, 44, 130, LONGEST_HISTORY};
    static const unsigned widths[] = {4, 8, 9, 10};
    for (unsigned i = 0; i < sizeof lengths / sizeof lengths[0]; i++)
        for (unsigned j = 0; j < sizeof widths / sizeof widths[0]; j++) {
            struct history history = {0};
            struct fold fold = {.length = lengths[i], .width = widths[j]};
            uint32_t random = 1;
            bool equal = true;
            for (unsigned step = 0; step < 600; step++) {
                random = random * 1664525 + 1013904223;
                fold_add(&fold, &history, random >> 31);
                history_add(&history, random >> 31);
                equal = equal && fold.bits == folded(&history, lengths[i], widths[j]);
            }
            CHECK(equal);
        }
}

int main(void)
{
    a_loop_of_four_misses_its_exit();
    an_alternating_branch_is_always_missed_without_history();
    branches_as_far_apart_as_the_table_is_long_share_a_counter();
    an_alternating_branch_is_learnt_by_its_last_outcome();
    a_branch_that_follows_another_is_learnt_with_history_only();
    the_exit_of_a_loop_is_learnt_if_history_reaches_the_last_one();
    callgrind_learns_each_history_by_itself();
    a_fold_is_that_of_the_whole_history();
    return check_summary();
}
