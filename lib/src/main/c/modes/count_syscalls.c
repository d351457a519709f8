/* What a switch makes the program do: system calls and instructions in user mode, counted.

   Each count is taken over R rounds and over 2 R, and the first is subtracted from the second: what
   happens once, on the way into the loop and out of it, at a mark, or where the peer begins to sleep,
   cancels, and R rounds are left exactly. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../runner/batch.h"
#include "../runner/checks.h"
#include "../runner/failure.h"
#include "../runner/mode.h"
#include "../runner/peer.h"
#include "../runner/protocol.h"
#include "../runner/syscall_name.h"
#include "../runner/tracee.h"
#include "../runner/tracer.h"

/* A minute of the longest rounds. */
enum { MOST_COUNTED_ROUNDS = 10000 };

enum { WARM_UP_ROUNDS = 2 };

static const enum variant variants[] = {VARIANT_SINGLE, VARIANT_PAIR};
enum { VARIANTS = sizeof variants / sizeof variants[0] };

static void run_marked(const struct bench *bench, enum variant variant, uint64_t rounds)
{
    tracer_mark();
    rounds_run(bench, variant, rounds);
    tracer_mark();
}

/* The traced process; count_variant below reads it along. */
static _Noreturn void be_counted(const struct options *options)
{
    tracee_invite();
    peer_start(options, 0, peer_serve);
    struct bench bench = {.subject = options->subject, .array = array_map(0, 0, SMALL_PAGE_BYTES)};
    peer_report();
    for (int i = 0; i < VARIANTS; i++) {
        rounds_run(&bench, variants[i], WARM_UP_ROUNDS);
        for (int countings = 0; countings < 2; countings++) {
            run_marked(&bench, variants[i], options->rounds);
            run_marked(&bench, variants[i], 2 * options->rounds);
        }
    }
    _exit(EXIT_DONE);
}

/* What R rounds do: 2 R less R. */
static struct counts count_rounds(enum counting counting)
{
    struct counts once = {0}, twice = {0};
    tracer_run(COUNT_NOTHING, &once);
    tracer_run(counting, &once);
    tracer_run(COUNT_NOTHING, &twice);
    tracer_run(counting, &twice);
    twice.calls -= once.calls;
    twice.instructions -= once.instructions;
    for (int number = 0; number < CALL_NUMBERS; number++)
        twice.calls_by_number[number] -= once.calls_by_number[number];
    return twice;
}

/* " calls=read:10,write:10", or nothing where there were none. */
static void format_calls(char *text, size_t bytes, const struct counts *counts)
{
    size_t length = 0;
    text[0] = '\0';
    for (int number = 0; number < CALL_NUMBERS && length < bytes; number++) {
        if (counts->calls_by_number[number] == 0)
            continue;
        char name[SYSCALL_NAME_BYTES];
        syscall_name(name, number);
        length += (size_t)snprintf(text + length, bytes - length, "%s%s:%" PRIu64,
                                   length == 0 ? " calls=" : ",", name,
                                   counts->calls_by_number[number]);
    }
}

static void count_variant(enum variant variant, uint64_t rounds)
{
    struct counts calls = count_rounds(COUNT_CALLS);
    struct counts instructions = count_rounds(COUNT_INSTRUCTIONS);
    char by_name[256];
    format_calls(by_name, sizeof by_name, &calls);
    say("syscalls variant=%s rounds=%" PRIu64 " count=%" PRIu64 " userInstructions=%" PRIu64 "%s",
        variant == VARIANT_PAIR ? "pair" : "single", rounds, calls.calls, instructions.instructions,
        by_name);
}

static void check(const struct options *options)
{
    check_rounds(options, MOST_COUNTED_ROUNDS, "count-syscalls");
}

static void run(const struct options *options)
{
    pid_t child = fork();
    if (child == -1)
        fail("raise the limit of processes (ulimit -u, cgroup pids.max)", "fork()");
    if (child == 0)
        be_counted(options);
    tracee_attach(child);
    for (int i = 0; i < VARIANTS; i++)
        count_variant(variants[i], options->rounds);
    tracee_end();
    say("done count=%d", VARIANTS);
}

const struct mode count_syscalls = {
    .name = "count-syscalls",
    .summary = "traces a subject, without arrays; counts system calls and instructions",
    .output = "  syscalls ...               one variant, counted and not timed:\n"
              "    variant, rounds          as above\n"
              "    count                    system calls of both sides in these rounds\n"
              "    userInstructions         instructions of both sides in user mode, libc's included\n"
              "    calls                    count by name, NAME:COUNT,...; left out where there is none",
    .subject_to = "count",
    .needs = OPTION_ROUNDS,
    .check = check,
    .run = run,
};
