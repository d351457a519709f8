#include "usage.h"

#include <stddef.h>
#include <stdio.h>

#include "mode.h"
#include "protocol.h"

#ifndef SWITCHLAB_VERSION
#define SWITCHLAB_VERSION "development"
#endif

static const char title[] =
    "switchlab-runner: times messages with and without switches, and counts the switches.";

static const char output_text[] =
    "output, one line each, on stdout:\n"
    "  hello protocol=1 pid=P     the process stands\n"
    "  peer pid=Q                 the second side is there; of a thread its tid\n"
    "  ready rounds=R pairRoundNs=T singleRoundNs=T [hugeBytes=B]\n"
    "                             arrays touched, both warm; B of the array are on huge pages\n"
    "  batch ...                  one timed batch:\n"
    "    couple, position         which couple (drive: which command), first (0) or second (1) in it\n"
    "    variant, rounds          single: send and receive an own message, walk, R times\n"
    "                             pair: walk, send, and the peer receives, walks, answers, R times\n"
    "    durationNs               all rounds together, CLOCK_MONOTONIC\n"
    "    referenceBeforeNs, referenceAfterNs   fixed work around the batch: higher means disturbed\n"
    "    switchesExpected         2 R for pair, 0 for single\n"
    "    voluntarySwitches, involuntarySwitches   counted by the kernel, both sides; user-level:\n"
    "                             by the library, and all of the kernel's\n"
    "    migrated                 1 if a side is on another CPU than when ready";

static const char end_text[] =
    " at the end of all:\n"
    "  done couples=N             all is measured; where there are no couples, count=N\n"
    "The cost of one switch is (pair durationNs / 2 - single durationNs) / rounds.\n"
    "\n"
    "exit status: 0 done, 1 failed (stderr says why), 2 wrong usage, 69 no huge pages here\n"
    "\n"
    "examples:\n"
    "  The direct cost of a switch, 20 couples of 2 ms batches on CPU 1:\n"
    "    switchlab-runner pipe-pair --array-bytes 0 --stride-bytes 0 --seed 1 --couples 20 \\\n"
    "                     --batch-ns 2000000 --cpu 1\n"
    "  See its system calls while both processes walk 32 KiB, one cache line a step:\n"
    "    strace -f switchlab-runner pipe-pair --array-bytes 32768 --stride-bytes 64 --seed 1 \\\n"
    "                     --couples 1 --rounds 3";

static void print_needs(unsigned needs)
{
    printf("     ");
    for (const struct option *option = option_table; option->name != NULL; option++)
        if (option->bit & needs)
            printf(" %s %s", option->name, option->value);
    printf("\n");
}

static void print_takes(unsigned takes)
{
    printf("     ");
    for (const struct option *option = option_table; option->name != NULL; option++)
        if (option->bit & takes)
            printf(" [%s]", option->name);
    printf("\n");
}

static void print_mode(const struct mode *mode)
{
    char words[40];
    snprintf(words, sizeof words, "%s%s", mode->name == NULL ? "SUBJECT" : mode->name,
             mode->subject_to == NULL ? "" : " SUBJECT");
    printf("  %-24s %s\n", words, mode->summary);
    print_needs(mode->needs);
    if (mode->takes != 0)
        print_takes(mode->takes);
}

static void print_option(const struct option *option)
{
    printf("  %-15s%-9s %s\n", option->name, option->value == NULL ? "" : option->value, option->help);
}

void usage_print(void)
{
    printf("%s\n\nusage: switchlab-runner followed by one of\n", title);
    for (const struct mode *const *mode = modes; *mode != NULL; mode++)
        print_mode(*mode);
    printf("  --help | --version\n\nsubjects:\n");
    for (const struct subject *const *subject = subjects; *subject != NULL; subject++)
        printf("  %-24s %s\n", (*subject)->name, (*subject)->summary);
    printf("\noptions:\n");
    for (const struct option *option = option_table; option->name != NULL; option++)
        print_option(option);
    printf("\n%s\n", output_text);
    for (const struct mode *const *mode = modes; *mode != NULL; mode++)
        if ((*mode)->output != NULL)
            printf(" of %s:\n%s\n", (*mode)->name, (*mode)->output);
    say("%s", end_text);
}

void version_print(void)
{
    say("switchlab-runner %s, protocol %d", SWITCHLAB_VERSION, PROTOCOL_VERSION);
}
