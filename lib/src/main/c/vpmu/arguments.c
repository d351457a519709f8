#include "arguments.h"

#include <stdio.h>
#include <string.h>

#include "address.h"
#include "values.h"

struct reading {
    struct arguments *arguments;
    bool l3_inclusion_given, itlb_given;
};

typedef bool (*reader)(struct reading *reading, const char *key, const char *value);

static bool is_none(const char *value)
{
    return strcmp(value, "none") == 0;
}

static bool read_out(struct reading *reading, const char *key, const char *value)
{
    reading->arguments->out = value;
    return *value != '\0' || value_refuse(key, value, "name a file");
}

static bool read_model(struct reading *reading, const char *key, const char *value)
{
    return value_either(key, value, "user", "all", &reading->arguments->user_only);
}

static bool read_marks(struct reading *reading, const char *key, const char *value)
{
    reading->arguments->has_marks = true;
    return value_address(key, value, &reading->arguments->marks);
}

static bool read_l1i(struct reading *reading, const char *key, const char *value)
{
    return value_cache(key, value, &reading->arguments->core.caches.l1i);
}

static bool read_l1d(struct reading *reading, const char *key, const char *value)
{
    return value_cache(key, value, &reading->arguments->core.caches.l1d);
}

static bool read_l2(struct reading *reading, const char *key, const char *value)
{
    struct hierarchy_shape *caches = &reading->arguments->core.caches;
    caches->has_l2 = !is_none(value);
    return !caches->has_l2 || value_cache(key, value, &caches->l2);
}

static bool read_l3(struct reading *reading, const char *key, const char *value)
{
    struct hierarchy_shape *caches = &reading->arguments->core.caches;
    caches->has_l3 = !is_none(value);
    return !caches->has_l3 || value_cache(key, value, &caches->l3);
}

static bool read_inclusion(struct reading *reading, const char *key, const char *value)
{
    return value_inclusion(key, value, &reading->arguments->core.caches.l2_inclusion);
}

static bool read_l3_inclusion(struct reading *reading, const char *key, const char *value)
{
    reading->l3_inclusion_given = true;
    return value_inclusion(key, value, &reading->arguments->core.caches.l3_inclusion);
}

static bool read_dtlb(struct reading *reading, const char *key, const char *value)
{
    return value_tlb(key, value, &reading->arguments->core.dtlb);
}

static bool read_itlb(struct reading *reading, const char *key, const char *value)
{
    reading->itlb_given = true;
    return value_tlb(key, value, &reading->arguments->core.itlb);
}

static bool read_stlb(struct reading *reading, const char *key, const char *value)
{
    struct core_shape *core = &reading->arguments->core;
    core->has_stlb = !is_none(value);
    return !core->has_stlb || value_tlb(key, value, &core->stlb);
}

static bool read_page(struct reading *reading, const char *key, const char *value)
{
    bool large;
    if (!value_either(key, value, "2097152", "4096", &large))
        return false;
    reading->arguments->core.user_page_bits = large ? LARGE_PAGE_BITS : SMALL_PAGE_BITS;
    return true;
}

static bool read_tagging(struct reading *reading, const char *key, const char *value)
{
    return value_either(key, value, "tagged", "untagged", &reading->arguments->core.tagged);
}

static bool read_direction(struct reading *reading, const char *key, const char *value)
{
    struct arguments *arguments = reading->arguments;
    arguments->has_predictor = !is_none(value);
    return !arguments->has_predictor ||
           value_direction(key, value, &arguments->predictor.direction);
}

static bool read_targets(struct reading *reading, const char *key, const char *value)
{
    return value_targets(key, value, &reading->arguments->predictor.targets);
}

static bool read_returns(struct reading *reading, const char *key, const char *value)
{
    return value_return_depth(key, value, &reading->arguments->predictor.return_depth);
}

static const struct {
    const char *key;
    reader read;
} known[] = {{"out", read_out},
             {"model", read_model},
             {"marks", read_marks},
             {"l1i", read_l1i},
             {"l1d", read_l1d},
             {"l2", read_l2},
             {"l3", read_l3},
             {"inclusion", read_inclusion},
             {"l3inclusion", read_l3_inclusion},
             {"dtlb", read_dtlb},
             {"itlb", read_itlb},
             {"stlb", read_stlb},
             {"page", read_page},
             {"tlb", read_tagging},
             {"direction", read_direction},
             {"targets", read_targets},
             {"returns", read_returns}};

static bool read_one(struct reading *reading, const char *key, const char *value)
{
    for (unsigned i = 0; i < sizeof known / sizeof known[0]; i++)
        if (strcmp(key, known[i].key) == 0)
            return known[i].read(reading, key, value);
    return value_refuse(key, value,
                  "there are out, model, marks, l1i, l1d, l2, l3, inclusion, l3inclusion, dtlb, "
                  "itlb, stlb, page, tlb, direction, targets and returns");
}

static bool complain(const char *problem)
{
    fprintf(stderr, "switchlab-vpmu: %s\n", problem);
    return false;
}

/* Lines move whole between exclusive levels; one inclusive line must cover those above it. */
static bool lines_fit(const struct level_shape *above, const struct level_shape *below,
                      enum inclusion inclusion)
{
    return inclusion == EXCLUSIVE ? above->line_bits == below->line_bits
                                  : above->line_bits <= below->line_bits;
}

static bool hierarchy_fits(const struct hierarchy_shape *caches)
{
    if (caches->has_l3 && !caches->has_l2)
        return complain("there is an l3= without an l2=; give both, or call the L3 the l2");
    bool l2_fits = !caches->has_l2 || (lines_fit(&caches->l1i, &caches->l2, caches->l2_inclusion) &&
                                       lines_fit(&caches->l1d, &caches->l2, caches->l2_inclusion));
    bool l3_fits = !caches->has_l3 || lines_fit(&caches->l2, &caches->l3, caches->l3_inclusion);
    return (l2_fits && l3_fits) ||
           complain("the lines of a level must be as long as those of the level above it, or "
                    "longer unless it is exclusive; change LINE of l1i, l1d, l2 or l3");
}

static bool complete(const struct arguments *arguments)
{
    const struct core_shape *core = &arguments->core;
    if (arguments->out == NULL)
        return complain("out= is missing; name the file that result lines are appended to");
    if (core->caches.l1i.cache.ways == 0 || core->caches.l1d.cache.ways == 0 ||
        core->dtlb.ways == 0)
        return complain("l1i=, l1d= and dtlb= are needed, e.g. l1i=32768:8:64,l1d=32768:8:64,"
                        "dtlb=64:4");
    const struct predictor_shape *predictor = &arguments->predictor;
    if (arguments->has_predictor && (predictor->targets.entries == 0 || predictor->return_depth == 0))
        return complain("targets= and returns= are needed where direction= is given, e.g. "
                        "targets=history:512,returns=16");
    return hierarchy_fits(&core->caches);
}

/* The text is cut in two for as long as it is read. */
static bool read_text(struct reading *reading, char *text)
{
    char *equals = strchr(text, '=');
    if (equals == NULL)
        return value_refuse(text, "", "arguments have the form key=value");
    *equals = '\0';
    bool done = read_one(reading, text, equals + 1);
    *equals = '=';
    return done;
}

bool arguments_read(struct arguments *arguments, int count, char **texts)
{
    *arguments = (struct arguments){.core = {.tagged = true, .user_page_bits = SMALL_PAGE_BITS}};
    struct reading reading = {.arguments = arguments};
    for (int i = 0; i < count; i++)
        if (!read_text(&reading, texts[i]))
            return false;
    struct core_shape *core = &arguments->core;
    if (!reading.itlb_given)
        core->itlb = core->dtlb;
    if (!reading.l3_inclusion_given)
        core->caches.l3_inclusion = core->caches.l2_inclusion;
    return complete(arguments);
}
