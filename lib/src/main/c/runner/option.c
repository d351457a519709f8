/* The ranges keep every product and sum of the runner far from overflow. */
#include "option.h"

#include <inttypes.h>
#include <sched.h>
#include <string.h>

#include "failure.h"
#include "number.h"
#include "options.h"

static void keep(const struct option *option, struct options *options, const char *text, bool valid,
                 uint64_t value, const char *otherwise)
{
    if (!valid || value < option->lowest || value > option->highest)
        reject("%s is %s; it must be a whole number from %" PRIu64 " to %" PRIu64 "%s", option->name,
               text == NULL ? "missing" : text, option->lowest, option->highest, otherwise);
    *(uint64_t *)(void *)((char *)options + option->offset) = value;
}

static void take_number(const struct option *option, struct options *options, const char *text)
{
    uint64_t value = 0;
    bool valid = text != NULL && number_read(text, &value);
    keep(option, options, text, valid, value, "");
}

static void take_seed(const struct option *option, struct options *options, const char *text)
{
    uint64_t value = 0;
    bool valid = text != NULL && seed_read(text, &value);
    keep(option, options, text, valid, value, " (or a negative one of 64 bits)");
}

static void take_subject(const struct option *option, struct options *options, const char *text)
{
    options->subject = text == NULL ? NULL : subject_named(text);
    if (options->subject == NULL)
        reject("%s is %s; it must be a subject such as %s: see --help", option->name,
               text == NULL ? "missing" : text, subjects[0]->name);
}

static void take_handshake(const struct option *option, struct options *options, const char *text)
{
    (void)option, (void)text;
    options->handshake = true;
}

static void take_keep_rounds(const struct option *option, struct options *options, const char *text)
{
    (void)option, (void)text;
    options->keep_rounds = true;
}

/* One of two words, of which the first is the default. */
static bool take_word(const struct option *option, const char *text, const char *usual,
                      const char *other)
{
    if (text != NULL && strcmp(text, other) == 0)
        return true;
    if (text == NULL || strcmp(text, usual) != 0)
        reject("%s is %s; it must be %s or %s", option->name, text == NULL ? "missing" : text, usual,
               other);
    return false;
}

static void take_pages(const struct option *option, struct options *options, const char *text)
{
    options->coloured = take_word(option, text, "usual", "coloured");
}

static void take_order(const struct option *option, struct options *options, const char *text)
{
    options->shuffled = take_word(option, text, "stride", "random");
}

#define FIELD(name) offsetof(struct options, name)

const struct option option_table[] = {
    {OPTION_ARRAY_BYTES, "--array-bytes", "N",
     "private array that each side walks between messages; multiple of 8",
     take_number, FIELD(array_bytes), 0, UINT64_C(1) << 40},
    {OPTION_STRIDE_BYTES, "--stride-bytes", "N",
     "distance of neighbouring steps of the walk; multiple of 8; 0: no walk",
     take_number, FIELD(stride_bytes), 0, UINT64_C(1) << 40},
    {OPTION_PAGE_BYTES, "--page-bytes", "N",
     "4096 (default), the kernel's ordinary pages; or 2097152, transparent huge pages",
     take_number, FIELD(page_bytes), SMALL_PAGE_BYTES, HUGE_PAGE_BYTES},
    {OPTION_PAGES, "--pages", "KIND",
     "usual (default), or coloured: neighbouring frames on small pages",
     take_pages, 0, 0, 0},
    {OPTION_ORDER, "--order", "ORDER",
     "of a walk: stride (default), or random, which no prefetcher foresees",
     take_order, 0, 0, 0},
    {OPTION_COUPLES, "--couples", "N",
     "couples to measure: one single and one pair batch, in random order",
     take_number, FIELD(couples), 1, 1000000000},
    {OPTION_BATCH_NS, "--batch-ns", "N",
     "wanted time of a pair batch, from which the rounds are derived",
     take_number, FIELD(batch_ns), 1000, 60000000000},
    {OPTION_ROUNDS, "--rounds", "N",
     "rounds of every batch, instead of --batch-ns",
     take_number, FIELD(rounds), 1, MOST_ROUNDS},
    {OPTION_SLOTS, "--slots", "N",
     "slots to measure, each on arrays of its own",
     take_number, FIELD(slots), 1, 1000000},
    {OPTION_SLOT_NS, "--slot-ns", "N",
     "time of a slot; it has one group of blocks at least",
     take_number, FIELD(slot_ns), 1000, 1000000000},
    {OPTION_BLOCK_NS, "--block-ns", "N",
     "wanted time of a pair block, from which the rounds are derived",
     take_number, FIELD(block_ns), 1000, 1000000000},
    {OPTION_SEED, "--seed", "N",
     "of all that is random: orders, stack offsets, redrawn arrays",
     take_seed, FIELD(seed), 0, UINT64_MAX},
    {OPTION_COUNT, "--count", "N",
     "how often to time it",
     take_number, FIELD(count), 1, 1000000000},
    {OPTION_SUBJECT, "--subject", "NAME",
     "what to drive; the first subject if it is not given",
     take_subject, 0, 0, 0},
    {OPTION_CPU, "--cpu", "N",
     "pin both sides to this CPU (else the affinity is inherited)",
     take_number, FIELD(cpu), 0, CPU_SETSIZE - 1},
    {OPTION_PEER_CPU, "--peer-cpu", "N",
     "pin the peer to this one instead: no switch, but a wake-up across CPUs",
     take_number, FIELD(peer_cpu), 0, CPU_SETSIZE - 1},
    {OPTION_STACK_BYTES, "--stack-bytes", "N",
     "stack of a user-level thread (default 65536)",
     take_number, FIELD(stack_bytes), 32768, UINT64_C(1) << 30},
    {OPTION_FIFO, "--fifo", "PRIORITY",
     "run both under SCHED_FIFO, 1 to 99 (needs the right to)",
     take_number, FIELD(fifo), 1, 99},
    {OPTION_HANDSHAKE, "--handshake", NULL,
     "for a controller: wait on stdin for 'begin' and 'go', and die with it",
     take_handshake, 0, 0, 0},
    {OPTION_KEEP_ROUNDS, "--keep-rounds", NULL,
     "say every timed round too",
     take_keep_rounds, 0, 0, 0},
    {.name = NULL},
};

const struct option *option_named(const char *name)
{
    for (const struct option *option = option_table; option->name != NULL; option++)
        if (strcmp(option->name, name) == 0)
            return option;
    return NULL;
}
