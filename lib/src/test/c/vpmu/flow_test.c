/* Branches that are interrupted before where they led is known. */
#include "flow.h"

#include "check.h"

#define HANDLER UINT64_C(0xffffffff81a00000)
enum { TASK = 1, OTHER_TASK = 2 };

/* Two bytes at 0x100, to 0x10a if direct. */
static struct branch branch_of(enum branch_kind kind)
{
    return (struct branch){0x102, 8, 2, (uint8_t)kind};
}

static void what_follows_at_once_is_where_it_led(void)
{
    struct flow flow = {.count = 0};
    struct branch conditional = branch_of(BRANCH_CONDITIONAL), jump = branch_of(BRANCH_JUMP);
    struct branch back = branch_of(BRANCH_RETURN);
    CHECK(flow_after_branch(&flow, &conditional, TASK, 0x102));
    CHECK(flow_after_branch(&flow, &conditional, TASK, 0x10a));
    CHECK(flow_after_branch(&flow, &jump, TASK, 0x10a));
    CHECK(flow_after_branch(&flow, &back, TASK, 0x12345));
    CHECK(flow.count == 0);
}

static void an_interrupted_branch_waits_until_its_task_goes_on(void)
{
    struct flow flow = {.count = 0};
    struct branch conditional = branch_of(BRANCH_CONDITIONAL), found;
    CHECK(!flow_after_branch(&flow, &conditional, TASK, HANDLER));
    CHECK(!flow_after_interruption(&flow, OTHER_TASK, 0x10a, &found));
    CHECK(!flow_after_interruption(&flow, TASK, 0x999, &found)); /* not where it can lead */
    CHECK(flow_after_interruption(&flow, TASK, 0x10a, &found));
    CHECK(found.kind == BRANCH_CONDITIONAL && found.next == 0x102);
    CHECK(!flow_after_interruption(&flow, TASK, 0x10a, &found)); /* once */
}

/* Where a handler begins was seen of a direct branch, or told. */
static void an_indirect_branch_is_interrupted_where_handlers_are_known_to_begin(void)
{
    struct flow flow = {.count = 0};
    struct branch conditional = branch_of(BRANCH_CONDITIONAL), back = branch_of(BRANCH_RETURN), found;
    CHECK(!flow_after_branch(&flow, &conditional, TASK, HANDLER));
    CHECK(!flow_after_branch(&flow, &back, TASK, HANDLER));
    CHECK(flow_after_interruption(&flow, TASK, 0x555, &found) && found.kind == BRANCH_RETURN);
    CHECK(flow_after_interruption(&flow, TASK, 0x102, &found) && found.kind == BRANCH_CONDITIONAL);
    flow_learn_entry(&flow, 0x777);
    CHECK(!flow_after_branch(&flow, &back, TASK, 0x777));
}

static void of_several_the_direct_one_that_leads_there_goes_on_else_the_last(void)
{
    struct flow flow = {.count = 0};
    struct branch jump = branch_of(BRANCH_JUMP), back = branch_of(BRANCH_RETURN), found;
    struct branch indirect = branch_of(BRANCH_INDIRECT_JUMP);
    flow_wait(&flow, &back, TASK);
    flow_wait(&flow, &jump, TASK);
    flow_wait(&flow, &indirect, TASK);
    CHECK(flow_after_interruption(&flow, TASK, 0x10a, &found) && found.kind == BRANCH_JUMP);
    CHECK(flow_after_interruption(&flow, TASK, 0x10a, &found) && found.kind == BRANCH_INDIRECT_JUMP);
    CHECK(flow_after_interruption(&flow, TASK, 0x10a, &found) && found.kind == BRANCH_RETURN);
}

/* A call whose push, or a return whose load, faulted: it comes again. */
static void what_begins_again_at_the_branch_was_not_done(void)
{
    struct flow flow = {.count = 0};
    struct branch call = branch_of(BRANCH_CALL), back = branch_of(BRANCH_RETURN);
    CHECK(!flow_after_branch(&flow, &call, TASK, 0x100));
    CHECK(!flow_after_branch(&flow, &back, TASK, 0x100));
    CHECK(flow.count == 0);
    struct branch itself = {0x102, -2, 2, BRANCH_CONDITIONAL}; /* 1: loop 1b */
    CHECK(flow_after_branch(&flow, &itself, TASK, 0x100));
}

static void those_that_nobody_comes_back_to_make_place(void)
{
    struct flow flow = {.count = 0};
    struct branch conditional = branch_of(BRANCH_CONDITIONAL), found;
    for (unsigned task = 1; task <= MOST_WAITING + 1; task++)
        flow_wait(&flow, &conditional, task);
    CHECK(!flow_after_interruption(&flow, 1, 0x102, &found));
    CHECK(flow_after_interruption(&flow, 2, 0x102, &found));
    CHECK(flow_after_interruption(&flow, MOST_WAITING + 1, 0x102, &found));
    CHECK(flow.count == MOST_WAITING - 2);
}

int main(void)
{
    what_follows_at_once_is_where_it_led();
    an_interrupted_branch_waits_until_its_task_goes_on();
    an_indirect_branch_is_interrupted_where_handlers_are_known_to_begin();
    of_several_the_direct_one_that_leads_there_goes_on_else_the_last();
    what_begins_again_at_the_branch_was_not_done();
    those_that_nobody_comes_back_to_make_place();
    return check_summary();
}
