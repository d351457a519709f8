#include "options.h"

#include <inttypes.h>
#include <sched.h>
#include <stddef.h>
#include <string.h>

#include "failure.h"
#include "number.h"

enum {
    RUNS = MODE_MEASURE | MODE_DRIVE | MODE_TIMELINE,
    COUNTS = MODE_REFERENCE | MODE_FORK_COST,
    MAPS = RUNS | MODE_FORK_COST, /* an array */
    WALKS = RUNS | MODE_ACCESS_PATTERN
};

/* One numeric option. The ranges keep every product and sum of the runner far from overflow. */
struct rule {
    const char *name;
    size_t offset;        /* of its field in struct options */
    unsigned allowed_in;  /* modes */
    unsigned required_in; /* modes */
    uint64_t lowest, highest;
};

#define FIELD(name) offsetof(struct options, name)

static const struct rule rules[] = {
    {"--array-bytes", FIELD(array_bytes), MAPS | WALKS, MAPS | WALKS, 0, UINT64_C(1) << 40},
    {"--stride-bytes", FIELD(stride_bytes), WALKS, WALKS, 0, UINT64_C(1) << 40},
    {"--page-bytes", FIELD(page_bytes), MAPS, 0, SMALL_PAGE_BYTES, HUGE_PAGE_BYTES},
    {"--couples", FIELD(couples), MODE_MEASURE, MODE_MEASURE, 1, 1000000000},
    {"--batch-ns", FIELD(batch_ns), MODE_MEASURE, 0, 1000, 60000000000},
    {"--rounds", FIELD(rounds), MODE_MEASURE | MODE_TIMELINE | MODE_COUNT_SYSCALLS,
     MODE_TIMELINE | MODE_COUNT_SYSCALLS, 1, MOST_ROUNDS},
    {"--seed", FIELD(seed), RUNS, RUNS, 0, UINT64_MAX},
    {"--count", FIELD(count), COUNTS, COUNTS, 1, 1000000000},
    {"--cpu", FIELD(cpu), RUNS | COUNTS, 0, 0, CPU_SETSIZE - 1},
    {"--peer-cpu", FIELD(peer_cpu), RUNS, 0, 0, CPU_SETSIZE - 1},
    {"--stack-bytes", FIELD(stack_bytes), RUNS, 0, 32768, UINT64_C(1) << 30},
    {"--fifo", FIELD(fifo), RUNS | COUNTS, 0, 1, 99},
};

enum { RULES = sizeof rules / sizeof rules[0] };

static const struct rule *rule_named(const char *name)
{
    for (int i = 0; i < RULES; i++)
        if (strcmp(rules[i].name, name) == 0)
            return &rules[i];
    return NULL;
}

static uint64_t *field_of(struct options *options, const struct rule *rule)
{
    return (uint64_t *)(void *)((char *)options + rule->offset);
}

static void take_value(struct options *options, const struct rule *rule, const char *text)
{
    uint64_t value;
    bool is_seed = rule->offset == FIELD(seed);
    bool valid = text != NULL && (is_seed ? seed_read(text, &value) : number_read(text, &value));
    if (!valid || value < rule->lowest || value > rule->highest)
        reject("%s is %s; it must be a whole number from %" PRIu64 " to %" PRIu64 "%s", rule->name,
               text == NULL ? "missing" : text, rule->lowest, rule->highest,
               is_seed ? " (or a negative one of 64 bits)" : "");
    *field_of(options, rule) = value;
}

#define OTHER_MODES "drive, timeline, access-pattern, reference, fork-cost or count-syscalls"

static const struct subject *subject_counted(const char *name)
{
    const struct subject *subject = name == NULL ? NULL : subject_named(name);
    if (subject == NULL)
        reject("the subject to count is %s; it must be one such as %s: see --help",
               name == NULL ? "missing" : name, subjects[0]->name);
    return subject;
}

/* Answers where the options begin. */
static int read_mode(struct options *options, int argc, char **argv)
{
    const char *word = argc > 1 ? argv[1] : NULL;
    if (word == NULL)
        reject("nothing to run: name a subject such as %s, " OTHER_MODES ": see --help",
               subjects[0]->name);
    if (strcmp(word, "--version") == 0)
        options->mode = MODE_VERSION;
    else if (strcmp(word, "drive") == 0)
        options->mode = MODE_DRIVE;
    else if (strcmp(word, "reference") == 0)
        options->mode = MODE_REFERENCE;
    else if (strcmp(word, "fork-cost") == 0)
        options->mode = MODE_FORK_COST;
    else if (strcmp(word, "timeline") == 0)
        options->mode = MODE_TIMELINE;
    else if (strcmp(word, "access-pattern") == 0)
        options->mode = MODE_ACCESS_PATTERN;
    else if (strcmp(word, "count-syscalls") == 0) {
        options->mode = MODE_COUNT_SYSCALLS;
        options->subject = subject_counted(argv[2]);
        return 3;
    } else if ((options->subject = subject_named(word)) != NULL)
        options->mode = MODE_MEASURE;
    else
        reject("'%s' cannot be run; it must be a subject such as %s, " OTHER_MODES ": see --help",
               word, subjects[0]->name);
    return 2;
}

/* drive measures the first subject unless another is named. */
static void take_subject(struct options *options, const char *name)
{
    options->subject = name == NULL ? NULL : subject_named(name);
    if (options->subject == NULL)
        reject("--subject is %s; it must be a subject such as %s: see --help",
               name == NULL ? "missing" : name, subjects[0]->name);
}

static void read_options(struct options *options, int argc, char **argv)
{
    unsigned seen = 0;
    for (int i = read_mode(options, argc, argv); i < argc; i++) {
        if (strcmp(argv[i], "--handshake") == 0 && (options->mode & RUNS)) {
            options->handshake = true;
            continue;
        }
        if (strcmp(argv[i], "--subject") == 0 && options->mode == MODE_DRIVE) {
            take_subject(options, argv[++i]);
            continue;
        }
        const struct rule *rule = rule_named(argv[i]);
        if (rule == NULL || !(rule->allowed_in & options->mode))
            reject("'%s' is no option of %s: see --help", argv[i], argv[1]);
        if (seen & (1u << (rule - rules)))
            reject("%s is given twice: give it once", rule->name);
        seen |= 1u << (rule - rules);
        take_value(options, rule, argv[i + 1]); /* argv ends with NULL */
        i++;
    }
    for (int i = 0; i < RULES; i++)
        if ((rules[i].required_in & options->mode) && !(seen & (1u << i)))
            reject("%s is missing: %s needs it; see --help", rules[i].name, argv[1]);
}

static void check_multiple(const char *name, uint64_t bytes)
{
    if (bytes % sizeof(double) != 0)
        reject("%s is %" PRIu64 "; it must be a multiple of %zu, the size of a double: use %" PRIu64,
               name, bytes, sizeof(double), bytes + sizeof(double) - bytes % sizeof(double));
}

static void check_array(const struct options *options)
{
    check_multiple("--array-bytes", options->array_bytes);
    check_multiple("--stride-bytes", options->stride_bytes);
    if (options->stride_bytes > options->array_bytes)
        reject("--stride-bytes is %" PRIu64 "; it must be from 0 to --array-bytes, %" PRIu64
               ": use a smaller stride or a larger array",
               options->stride_bytes, options->array_bytes);
    if (options->page_bytes != SMALL_PAGE_BYTES && options->page_bytes != HUGE_PAGE_BYTES)
        reject("--page-bytes is %" PRIu64 "; it must be %d or %d", options->page_bytes,
               SMALL_PAGE_BYTES, HUGE_PAGE_BYTES);
}

static void check_batches(const struct options *options)
{
    bool by_time = options->batch_ns != NOT_GIVEN, by_rounds = options->rounds != NOT_GIVEN;
    if (by_time == by_rounds)
        reject("%s of --batch-ns and --rounds given: give exactly one, the wanted time of a pair "
               "batch or its round trips",
               by_time ? "both" : "none");
}

/* A switch to a peer that runs beside the parent is none. */
static void check_peer_cpu(const struct options *options)
{
    if (options->peer_cpu == NOT_GIVEN)
        return;
    if (options->subject->scope == SCOPE_USER || options->subject->one_cpu)
        reject("--peer-cpu is given; it must be left out for %s, whose two sides take turns on one CPU",
               options->subject->name);
}

/* Rounds that are kept or counted one by one are few. */
static void check_rounds(const struct options *options, uint64_t most, const char *mode)
{
    if (options->rounds > most)
        reject("--rounds is %" PRIu64 "; it must be from 1 to %" PRIu64 " of %s", options->rounds, most,
               mode);
}

static bool asks_for_help(int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        if (strcmp(argv[i], "--help") == 0)
            return true;
    return false;
}

struct options options_default(void)
{
    return (struct options){
        .subject = subjects[0], /* what drive drives, unless told otherwise */
        .page_bytes = SMALL_PAGE_BYTES,
        .batch_ns = NOT_GIVEN,
        .rounds = NOT_GIVEN,
        .cpu = NOT_GIVEN,
        .peer_cpu = NOT_GIVEN,
        .stack_bytes = DEFAULT_STACK_BYTES,
        .fifo = NOT_GIVEN,
    };
}

struct options options_read(int argc, char **argv)
{
    struct options options = options_default();
    if (asks_for_help(argc, argv)) {
        options.mode = MODE_HELP;
        return options;
    }
    read_options(&options, argc, argv);
    if (options.mode & (MAPS | WALKS))
        check_array(&options);
    if (options.mode == MODE_MEASURE)
        check_batches(&options);
    if (options.mode == MODE_TIMELINE) {
        check_rounds(&options, MOST_TRACED_ROUNDS, "a timeline");
        options.subject = &pipe_pair_traced;
    }
    if (options.mode == MODE_COUNT_SYSCALLS)
        check_rounds(&options, MOST_COUNTED_ROUNDS, "count-syscalls");
    if (options.mode & RUNS)
        check_peer_cpu(&options);
    return options;
}
