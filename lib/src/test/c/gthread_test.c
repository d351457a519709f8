/* Checks the user-level thread library: order, mutex, many threads, preemption. Built once for each
   policy, POLICY_MASKS, POLICY_ALLOCATES and POLICY_SWITCHER given by the build.
   `gthread_test overflow` runs a thread out of its stack instead, and must not return.
   Says how many checks held; exit status 1 and one line a check that did not. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "gthread/policy.h"

#define PASTE(a, b) a##b
#define SWITCHER(name) {PASTE(name, _prepare), PASTE(name, _swap)}

static const struct policy policy = {
    .masks = POLICY_MASKS,
    .allocates = POLICY_ALLOCATES,
    .switcher = SWITCHER(POLICY_SWITCHER),
};

#include "gthread/gthread.h"

enum { STACK_BYTES = 32768, MANY = 10000 };

static int checks, failures;

static void expect(bool holds, const char *what)
{
    checks++;
    if (holds)
        return;
    failures++;
    printf("does not hold: %s\n", what);
}

/* Each thread writes its letter and yields, three times. */
static char order[32];

static void write_letter(void *letter)
{
    for (int i = 0; i < 3; i++) {
        size_t length = strlen(order);
        order[length] = *(const char *)letter;
        gthread_yield();
    }
}

static void check_round_robin(void)
{
    static char letters[] = "abcd";
    struct gthread *threads[4];
    int64_t before = scheduler.switches;
    gthread_yield();
    expect(scheduler.switches == before, "alone, to yield is no switch");
    for (int i = 0; i < 4; i++)
        threads[i] = gthread_create(write_letter, &letters[i], STACK_BYTES);
    for (int i = 0; i < 4; i++)
        gthread_join(threads[i]);
    expect(strcmp(order, "abcdabcdabcd") == 0, "round robin, first in, first out");
    /* Rounds of 5 switches: three letters and the end of each thread, between turns of main. */
    expect(scheduler.switches - before == 4 * 5, "every switch is counted");
}

static struct gthread_mutex mutex;
static int inside, most_inside;

static void enter(void *unused)
{
    (void)unused;
    for (int i = 0; i < 10; i++) {
        gthread_mutex_lock(&mutex);
        inside++;
        if (inside > most_inside)
            most_inside = inside;
        gthread_yield(); /* everybody else finds it taken */
        inside--;
        gthread_mutex_unlock(&mutex);
        gthread_yield();
    }
}

static void check_mutex(void)
{
    struct gthread *threads[8];
    for (int i = 0; i < 8; i++)
        threads[i] = gthread_create(enter, NULL, STACK_BYTES);
    for (int i = 0; i < 8; i++)
        gthread_join(threads[i]);
    expect(most_inside == 1, "one thread at a time holds a mutex");
    expect(!mutex.taken, "an unlocked mutex is free");
}

static uint64_t sum;

static void add(void *number)
{
    gthread_yield();
    sum += *(const uint64_t *)number;
}

static void check_many(void)
{
    static struct gthread *threads[MANY];
    static uint64_t numbers[MANY];
    for (uint64_t i = 0; i < MANY; i++) {
        numbers[i] = i;
        threads[i] = gthread_create(add, &numbers[i], STACK_BYTES);
    }
    for (int i = 0; i < MANY; i++)
        gthread_join(threads[i]);
    expect(sum == (uint64_t)MANY * (MANY - 1) / 2, "10000 threads live at once, and all end");
}

static volatile sig_atomic_t first_ran_again, second_ran, kept;

/* Calls nothing, so that on x86-64 its locals lie in the red zone below the stack pointer, where a
   careless switch would write. Gives way to nobody until the flag is set. */
static __attribute__((noinline)) bool keeps_locals_until(volatile sig_atomic_t *flag)
{
    volatile uint64_t locals[12];
    for (uint64_t i = 0; i < 12; i++)
        locals[i] = i ^ (uintptr_t)flag;
    while (!*flag)
        ;
    bool same = true;
    for (uint64_t i = 0; i < 12; i++)
        same = same && locals[i] == (i ^ (uintptr_t)flag);
    return same;
}

static void spin_first(void *unused)
{
    (void)unused;
    kept += keeps_locals_until(&second_ran);
    first_ran_again = true;
}

static void spin_second(void *unused)
{
    (void)unused;
    second_ran = true;
    kept += keeps_locals_until(&first_ran_again);
}

/* Neither yields: both end only if the timer takes turns for them. */
static void check_preemption(void)
{
    if (!policy.masks)
        return;
    struct gthread *first = gthread_create(spin_first, NULL, STACK_BYTES);
    struct gthread *second = gthread_create(spin_second, NULL, STACK_BYTES);
    gthread_preempt_every(1000);
    while (!first->ended || !second->ended)
        ; /* not even a join: a yield would hide a lost timer */
    gthread_preempt_every(0);
    gthread_join(first);
    gthread_join(second);
    expect(first_ran_again && second_ran, "threads that never yield take turns");
    expect(kept == 2, "a preempted function finds its locals as they were");
}

/* Not a tail call: each level uses the array after the call. */
static __attribute__((noinline)) int recurse(int depth)
{
    volatile char local[512];
    local[0] = (char)depth;
    return depth == 0 ? 0 : recurse(depth + 1) + local[0];
}

static void run_out_of_stack(void *unused)
{
    (void)unused;
    printf("%d\n", recurse(1));
}

static void do_nothing(void *unused)
{
    (void)unused;
}

int main(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], "overflow") == 0) {
        gthread_join(gthread_create(do_nothing, NULL, STACK_BYTES));
        gthread_join(gthread_create(run_out_of_stack, NULL, STACK_BYTES));
        return 0;
    }
    check_round_robin();
    check_mutex();
    check_many();
    check_preemption();
    printf("checks=%d failures=%d\n", checks, failures);
    return failures > 0;
}
