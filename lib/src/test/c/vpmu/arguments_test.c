/* The plugin's arguments: what is taken, and that everything else is refused. */
#include "arguments.h"

#include <string.h>

#include "check.h"

enum { MOST = 16, LONGEST = 512 };

/* Reads arguments separated by commas. */
static bool reads(const char *text, struct arguments *arguments)
{
    static char copy[LONGEST]; /* what was read keeps pointing into it */
    char *texts[MOST];
    int count = 0;
    strcpy(copy, text);
    for (char *part = strtok(copy, ","); part != NULL; part = strtok(NULL, ","))
        texts[count++] = part;
    return arguments_read(arguments, count, texts);
}

static bool refuses(const char *text)
{
    struct arguments arguments;
    return !reads(text, &arguments);
}

#define NEEDED "out=x,l1i=32768:8:64,l1d=32768:8:64,dtlb=64:4"

#define GUESSES NEEDED ",targets=btb:512,returns=16,"

static void the_least_is_completed(void)
{
    struct arguments arguments;
    CHECK(reads(NEEDED, &arguments));
    CHECK(strcmp(arguments.out, "x") == 0 && !arguments.user_only && !arguments.has_marks);
    CHECK(arguments.core.caches.l1i.cache.sets == 64 && arguments.core.caches.l1i.cache.ways == 8);
    CHECK(arguments.core.caches.l1i.line_bits == 6);
    CHECK(!arguments.core.caches.has_l2 && !arguments.core.caches.has_l3 && !arguments.core.has_stlb);
    CHECK(arguments.core.itlb.sets == 16 && arguments.core.itlb.ways == 4); /* as dtlb */
    CHECK(arguments.core.tagged && arguments.core.user_page_bits == 12);
}

static void everything_is_taken(void)
{
    struct arguments arguments;
    CHECK(reads("out=x,model=user,marks=0x1337000,l1i=32768:8:64:lru,l1d=49152:12:64,l2=infinite:1:64,"
                "l3=26214400:10:64,inclusion=inclusive,l3inclusion=exclusive,dtlb=64:64,itlb=8:2,"
                "stlb=infinite:1,page=2097152,tlb=untagged",
                &arguments));
    CHECK(arguments.user_only && arguments.has_marks && arguments.marks == 0x1337000);
    CHECK(arguments.core.caches.l1d.cache.sets == 64);
    CHECK(arguments.core.caches.l2.cache.sets == 0);
    CHECK(arguments.core.caches.l3.cache.sets == 40960);
    CHECK(arguments.core.caches.l2_inclusion == INCLUSIVE);
    CHECK(arguments.core.caches.l3_inclusion == EXCLUSIVE);
    CHECK(arguments.core.dtlb.sets == 1 && arguments.core.itlb.sets == 4 && arguments.core.stlb.sets == 0);
    CHECK(!arguments.core.tagged && arguments.core.user_page_bits == 21);
    CHECK(reads(NEEDED ",inclusion=exclusive,l2=none,l1d=32768:8:64:plru", &arguments));
    CHECK(arguments.core.caches.l3_inclusion == EXCLUSIVE); /* as that of L2 */
    CHECK(arguments.core.caches.l1d.cache.replacement == REPLACE_TREE_PLRU);
}

static void predictors_are_taken(void)
{
    struct arguments arguments;
    const struct predictor_shape *predictor = &arguments.predictor;
    CHECK(reads(NEEDED ",direction=none", &arguments) && !arguments.has_predictor);
    CHECK(reads(NEEDED ",direction=bimodal:2048,targets=btb:256,returns=32", &arguments));
    CHECK(arguments.has_predictor && predictor->direction.kind == DIRECTION_BIMODAL);
    CHECK(predictor->direction.entries == 2048 && predictor->return_depth == 32);
    CHECK(!predictor->targets.history && predictor->targets.entries == 256);
    CHECK(reads(NEEDED ",direction=tage:4096:1024:5:15:44:130,targets=history:512,returns=16",
                &arguments));
    CHECK(predictor->direction.kind == DIRECTION_TAGE && predictor->direction.entries == 4096);
    CHECK(predictor->direction.table_entries == 1024 && predictor->direction.tables == 4);
    CHECK(predictor->direction.histories[0] == 5 && predictor->direction.histories[3] == 130);
    CHECK(predictor->targets.history);
    CHECK(reads(GUESSES "direction=callgrind", &arguments));
    CHECK(predictor->direction.kind == DIRECTION_CALLGRIND);
}

static void what_is_missing_or_wrong_is_refused(void)
{
    static const char *const wrong[] = {
        "l1i=32768:8:64,l1d=32768:8:64,dtlb=64:4", /* no out */
        "out=x,l1d=32768:8:64,dtlb=64:4",
        "out=x,l1i=32768:8:64,dtlb=64:4",
        "out=x,l1i=32768:8:64,l1d=32768:8:64",
        "out=,l1i=32768:8:64,l1d=32768:8:64,dtlb=64:4",
        NEEDED ",l4=32768:8:64",
        NEEDED ",tagged",
        NEEDED ",l1d=32768:8",
        NEEDED ",l1d=32768:8:64:fifo",
        NEEDED ",l1d=-32768:8:64",
        NEEDED ",l1d= 32768:8:64",
        NEEDED ",l1d=32768:8:64 ",
        NEEDED ",l1d=0:8:64",
        NEEDED ",l1d=32768:0:64",
        NEEDED ",l1d=32768:65:64",
        NEEDED ",l1d=32768:8:48",
        NEEDED ",l1d=32768:8:512",
        NEEDED ",l1d=32768:7:64",
        NEEDED ",l1d=49152:12:64:plru",
        NEEDED ",l1d=99999999999999999999:8:64",
        NEEDED ",l2=2147483648:16:64",
        NEEDED ",dtlb=64",
        NEEDED ",dtlb=0:4",
        NEEDED ",dtlb=64:3",
        NEEDED ",dtlb=96:4", /* 24 sets */
        NEEDED ",dtlb=64:4:lru",
        NEEDED ",page=8192",
        NEEDED ",tlb=maybe",
        NEEDED ",model=kernel",
        NEEDED ",inclusion=yes",
        NEEDED ",marks=0x1001",
        NEEDED ",marks=0xffffffff80000000",
        NEEDED ",marks=here",
        NEEDED ",direction=bimodal:4096", /* alone */
        NEEDED ",direction=bimodal:4096,targets=btb:512",
        GUESSES "direction=bimodal",
        GUESSES "direction=bimodal:4095",
        GUESSES "direction=bimodal:2097152",
        GUESSES "direction=bimodal:4096:5",
        GUESSES "direction=gshare:4096",
        GUESSES "direction=callgrind:16384",
        GUESSES "direction=tage:4096:1024",
        GUESSES "direction=tage:4096:1:5",
        GUESSES "direction=tage:4096:1024:0",
        GUESSES "direction=tage:4096:1024:5:5",
        GUESSES "direction=tage:4096:1024:256",
        GUESSES "direction=tage:4096:1024:1:2:3:4:5:6:7:8:9",
        GUESSES "direction=tage:4096:1024:5:",
        GUESSES "direction=callgrind,targets=history",
        GUESSES "direction=callgrind,targets=btb:500",
        GUESSES "direction=callgrind,targets=last:512",
        GUESSES "direction=callgrind,returns=0",
        GUESSES "direction=callgrind,returns=24",
        GUESSES "direction=callgrind,returns=2048",
        NEEDED ",l3=1048576:16:64", /* without L2 */
        NEEDED ",l2=262144:8:32",   /* lines shorter than above */
        NEEDED ",l2=262144:8:128,inclusion=exclusive",
    };
    for (unsigned i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        check_that(refuses(wrong[i]), wrong[i], __FILE__, __LINE__);
}

int main(void)
{
    if (freopen("/dev/null", "w", stderr) == NULL)
        return 1;
    the_least_is_completed();
    everything_is_taken();
    predictors_are_taken();
    what_is_missing_or_wrong_is_refused();
    return check_summary();
}
