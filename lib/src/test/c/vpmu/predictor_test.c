/* Jumps, calls and returns against traces followed by hand. */
#include "predictor.h"

#include "check.h"

#define JUMP UINT64_C(0x400123)
#define ONE UINT64_C(0x401000)
#define OTHER_ONE UINT64_C(0x402000)

/* How often the jump, which goes to both in turn, is missed in its first ten times, and the next ten. */
static void alternate(bool history, unsigned *first, unsigned *then)
{
    struct targets targets;
    targets_init(&targets, &(struct targets_shape){.history = history, .entries = 512});
    *first = *then = 0;
    for (unsigned step = 0; step < 20; step++) {
        uint64_t target = step % 2 == 0 ? ONE : OTHER_ONE;
        *(step < 10 ? first : then) += targets_guess(&targets, JUMP, target) != target;
    }
    targets_free(&targets);
}

static void the_last_target_is_never_the_next_of_two_in_turn(void)
{
    unsigned first, then;
    alternate(false, &first, &then);
    CHECK(first == 10 && then == 10);
}

/* The history holds three targets, as 000, 151, 0ea, 001, 06a, and from there 001 and 06a in turn: five
   of them are new. */
static void two_targets_in_turn_are_learnt_with_history(void)
{
    unsigned first, then;
    alternate(true, &first, &then);
    CHECK(first == 5 && then == 0);
}

static void a_jump_to_one_place_misses_once_either_way(void)
{
    struct targets targets;
    targets_init(&targets, &(struct targets_shape){.history = true, .entries = 512});
    CHECK(targets_guess(&targets, JUMP, ONE) == 0);
    for (unsigned step = 0; step < 5; step++)
        CHECK(targets_guess(&targets, JUMP, ONE) == ONE); /* new histories fall back on the last */
    targets_free(&targets);
}

static void tables_are_found_by_low_bits_and_only_the_plain_one_is_shared(void)
{
    struct targets targets;
    targets_init(&targets, &(struct targets_shape){.history = false, .entries = 16});
    targets_guess(&targets, 3, ONE);
    CHECK(targets_guess(&targets, 3 + 16, OTHER_ONE) == ONE);
    CHECK(targets_guess(&targets, 4, ONE) == 0);
    targets_free(&targets);
}

/* Calls 1 to 6 go into slots 1 2 3 0 1 2; the returns read 2 1 0 3, which are calls 6 5 4 3, and then
   2 1 again: 6 and 5, where 2 and 1 are wanted. */
static void two_calls_too_deep_are_two_returns_missed(void)
{
    struct return_stack stack;
    return_stack_init(&stack, 4);
    for (uint64_t call = 1; call <= 6; call++)
        return_stack_call(&stack, call);
    static const uint64_t expected[] = {6, 5, 4, 3, 6, 5};
    for (unsigned i = 0; i < 6; i++)
        CHECK(return_stack_guess(&stack) == expected[i]);
    for (uint64_t call = 7; call <= 10; call++)
        return_stack_call(&stack, call);
    for (uint64_t call = 10; call >= 7; call--)
        CHECK(return_stack_guess(&stack) == call);
    return_stack_free(&stack);
}

static const struct predictor_shape shape = {
    .direction = {.kind = DIRECTION_BIMODAL, .entries = 64},
    .targets = {.history = false, .entries = 64},
    .return_depth = 16,
};

static struct branch branch_at(enum branch_kind kind, uint64_t address, int32_t displacement)
{
    return (struct branch){address + 2, displacement, 2, (uint8_t)kind};
}

/* Each kind is counted as what it is; a direct jump's target stands in it and is never missed. */
static void kinds_are_counted_apart(void)
{
    struct predictor predictor;
    struct branch_counts counts = {0};
    predictor_init(&predictor, &shape);
    struct branch conditional = branch_at(BRANCH_CONDITIONAL, 0x100, 8);
    struct branch jump = branch_at(BRANCH_JUMP, 0x110, 8);
    struct branch call = branch_at(BRANCH_CALL, 0x120, 8);
    struct branch indirect = branch_at(BRANCH_INDIRECT_CALL, 0x130, 0);
    struct branch jump_away = branch_at(BRANCH_INDIRECT_JUMP, 0x140, 0);
    struct branch back = branch_at(BRANCH_RETURN, 0x150, 0);
    predictor_branch(&predictor, &conditional, 0x10a, &counts); /* taken; guessed it is not */
    predictor_branch(&predictor, &conditional, 0x102, &counts); /* not taken; guessed it is */
    predictor_branch(&predictor, &conditional, 0x102, &counts); /* not taken, as guessed */
    predictor_branch(&predictor, &jump, 0x11a, &counts);
    predictor_branch(&predictor, &call, 0x12a, &counts);
    predictor_branch(&predictor, &indirect, 0x999, &counts); /* its first time */
    predictor_branch(&predictor, &jump_away, 0x999, &counts); /* and its */
    predictor_branch(&predictor, &jump_away, 0x999, &counts);
    predictor_branch(&predictor, &back, 0x132, &counts); /* behind the indirect call */
    predictor_branch(&predictor, &back, 0x122, &counts); /* behind the direct one */
    predictor_branch(&predictor, &back, 0x777, &counts); /* a switch of stacks */
    CHECK(counts.branches == 11);
    CHECK(counts.conditional == 3 && counts.conditional_misses == 2);
    CHECK(counts.indirect == 3 && counts.indirect_misses == 2);
    CHECK(counts.returns == 3 && counts.return_misses == 1);
    predictor_free(&predictor);
}

static void clearing_forgets_everything(void)
{
    struct predictor predictor;
    struct branch_counts counts = {0};
    predictor_init(&predictor, &shape);
    struct branch indirect = branch_at(BRANCH_INDIRECT_CALL, 0x130, 0);
    struct branch back = branch_at(BRANCH_RETURN, 0x150, 0);
    predictor_branch(&predictor, &indirect, 0x999, &counts);
    predictor_clear(&predictor);
    predictor_branch(&predictor, &back, 0x132, &counts);
    predictor_branch(&predictor, &indirect, 0x999, &counts);
    CHECK(counts.indirect_misses == 2 && counts.return_misses == 1);
    predictor_free(&predictor);
}

int main(void)
{
    the_last_target_is_never_the_next_of_two_in_turn();
    two_targets_in_turn_are_learnt_with_history();
    a_jump_to_one_place_misses_once_either_way();
    tables_are_found_by_low_bits_and_only_the_plain_one_is_shared();
    two_calls_too_deep_are_two_returns_missed();
    kinds_are_counted_apart();
    clearing_forgets_everything();
    return check_summary();
}
