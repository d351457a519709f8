/* The result line to the letter, and which task is whose. */
#include "counts.h"

#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "tasks.h"

static bool writes(const struct counts *counts, const struct columns *columns, const char *expected)
{
    char *text = NULL;
    size_t length;
    FILE *stream = open_memstream(&text, &length);
    counts_write(counts, columns, stream);
    fclose(stream);
    bool equal = strcmp(text, expected) == 0;
    if (!equal)
        printf("%s", text);
    free(text);
    return equal;
}

static void what_is_not_modelled_is_absent(void)
{
    struct core_shape core = {0};
    struct columns columns = {.core = &core, .kernel_accesses = true, .kernel = false};
    struct counts counts = {.phase = 3};
    counts.rows[OTHER][USER] = (struct row){.instructions = 10, .data_accesses = 4, .l1i_misses = 1};
    CHECK(writes(&counts, &columns,
                 "{\"phase\":3,\"rows\":[{\"process\":\"other\",\"space\":\"user\",\"instructions\":10,"
                 "\"l1i-accesses\":10,\"l1i-misses\":1,\"l1d-accesses\":4,\"l1d-misses\":0,"
                 "\"dtlb-accesses\":4,\"dtlb-misses\":0,\"itlb-misses\":0}]}\n"));
}

static void what_is_modelled_is_there(void)
{
    struct core_shape core = {.caches = {.has_l2 = true, .has_l3 = true}, .has_stlb = true};
    struct columns columns = {.core = &core, .kernel_accesses = false, .kernel = true};
    struct counts counts = {.switches = 7, .interrupts = 2};
    row_fetch_missed(&counts.rows[PEER][USER], MISSED_L1 | MISSED_L2 | MISSED_L3 | MISSED_TLB);
    row_data_missed(&counts.rows[PEER][USER], MISSED_L1 | MISSED_TLB | MISSED_STLB);
    counts.rows[PEER][USER].instructions = 5;
    counts.rows[PARENT][KERNEL].instructions = 6;
    CHECK(writes(&counts, &columns,
                 "{\"phase\":0,\"switches\":7,\"interrupts\":2,\"rows\":["
                 "{\"process\":\"parent\",\"space\":\"kernel\",\"instructions\":6},"
                 "{\"process\":\"peer\",\"space\":\"user\",\"instructions\":5,\"l1i-accesses\":5,"
                 "\"l1i-misses\":1,\"l1d-accesses\":0,\"l1d-misses\":1,\"l2-misses\":1,"
                 "\"l3-misses\":1,\"dtlb-accesses\":0,\"dtlb-misses\":1,\"itlb-misses\":1,"
                 "\"stlb-misses\":1}]}\n"));
}

static void branches_are_there_if_they_were_guessed(void)
{
    struct core_shape core = {0};
    struct columns columns = {.core = &core, .kernel_accesses = false, .kernel = true, .branches = true};
    struct counts counts = {0};
    counts.rows[PEER][KERNEL].instructions = 1;
    counts.rows[PEER][USER] = (struct row){.instructions = 9, .branches = {8, 4, 3, 2, 1, 1, 1}};
    CHECK(writes(&counts, &columns,
                 "{\"phase\":0,\"switches\":0,\"interrupts\":0,\"rows\":["
                 "{\"process\":\"peer\",\"space\":\"user\",\"instructions\":9,\"l1i-accesses\":9,"
                 "\"l1i-misses\":0,\"l1d-accesses\":0,\"l1d-misses\":0,\"dtlb-accesses\":0,"
                 "\"dtlb-misses\":0,\"itlb-misses\":0,\"branches\":8,\"branch-misses\":5,"
                 "\"conditional-branches\":4,\"conditional-misses\":3,\"indirect-branches\":2,"
                 "\"indirect-misses\":1,\"returns\":1,\"return-misses\":1},"
                 "{\"process\":\"peer\",\"space\":\"kernel\",\"instructions\":1}]}\n"));
}

#define STACK(number) (UINT64_C(0xffffc90000000000) + (number) * 16384 + 16000)

static void a_task_is_told_by_its_kernel_stack(void)
{
    struct tasks tasks;
    tasks_init(&tasks);
    CHECK(tasks_kernel_stack(&tasks, STACK(1)) && tasks.current == OTHER);
    CHECK(tasks_enter_user(&tasks));
    tasks_declare(&tasks, PARENT);
    CHECK(tasks.current == PARENT);
    CHECK(!tasks_kernel_stack(&tasks, STACK(1) - 4000)); /* deeper in the same stack */
    CHECK(tasks_kernel_stack(&tasks, STACK(9)) && tasks.current == OTHER); /* an interrupt's */
    CHECK(tasks_kernel_stack(&tasks, STACK(1)) && tasks.current == PARENT);
    CHECK(!tasks_enter_user(&tasks)); /* no switch: the same task goes on */
    CHECK(tasks_kernel_stack(&tasks, STACK(2)) && tasks_enter_user(&tasks));
    tasks_declare(&tasks, PEER);
    CHECK(tasks_kernel_stack(&tasks, STACK(1)) && tasks.current == PARENT);
    CHECK(tasks_kernel_stack(&tasks, STACK(2)) && tasks.current == PEER);
    tasks_declare(&tasks, PARENT); /* the next run's parent; nobody is the peer now */
    CHECK(tasks_kernel_stack(&tasks, STACK(1)) && tasks.current == OTHER);
    CHECK(tasks_kernel_stack(&tasks, STACK(2)) && tasks.current == PARENT);
}

static void without_a_kernel_a_task_is_what_it_says(void)
{
    struct tasks tasks;
    tasks_init(&tasks);
    CHECK(tasks.current == OTHER);
    tasks_declare(&tasks, PEER);
    CHECK(tasks.current == PEER);
}

int main(void)
{
    what_is_not_modelled_is_absent();
    what_is_modelled_is_there();
    branches_are_there_if_they_were_guessed();
    a_task_is_told_by_its_kernel_stack();
    without_a_kernel_a_task_is_what_it_says();
    return check_summary();
}
