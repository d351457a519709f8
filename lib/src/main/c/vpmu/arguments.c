#include "arguments.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "address.h"

enum { MOST_CACHE_WAYS = 64, MOST_TLB_WAYS = 512, MOST_TLB_ENTRIES = 65536 };
static const uint64_t most_cache_bytes = UINT64_C(1) << 30;

static bool refuse(const char *key, const char *value, const char *fix)
{
    fprintf(stderr, "switchlab-vpmu: %s=%s is not possible; %s\n", key, value, fix);
    return false;
}

/* The number at `*text`, which it moves behind it. No blanks, no signs. */
static bool take_number(const char **text, int base, uint64_t *number)
{
    if (strspn(*text, base == 10 ? "0123456789" : "0123456789abcdefABCDEFxX") == 0)
        return false;
    char *end;
    errno = 0;
    *number = strtoull(*text, &end, base);
    bool read = errno == 0 && end != *text;
    *text = end;
    return read;
}

static bool take(const char **text, const char *wanted)
{
    size_t length = strlen(wanted);
    if (strncmp(*text, wanted, length) != 0)
        return false;
    *text += length;
    return true;
}

static bool power_of_two(uint64_t number)
{
    return number != 0 && (number & (number - 1)) == 0;
}

static bool cache_of(uint64_t bytes, uint64_t ways, uint64_t line, struct level_shape *level)
{
    if (ways < 1 || ways > MOST_CACHE_WAYS || line < 16 || line > 256 || !power_of_two(line))
        return false;
    bool limited = bytes != 0;
    if (limited && (bytes > most_cache_bytes || bytes % (ways * line) != 0))
        return false;
    level->cache.sets = bytes / (ways * line);
    level->cache.ways = (unsigned)ways;
    level->line_bits = (unsigned)__builtin_ctzll(line);
    return level->cache.replacement == REPLACE_LRU || power_of_two(ways);
}

/* SIZE:WAYS:LINE[:lru|plru], SIZE in bytes or "infinite". */
static bool read_cache(const char *text, struct level_shape *level)
{
    uint64_t bytes = 0, ways, line;
    *level = (struct level_shape){.cache.replacement = REPLACE_LRU};
    if (!take(&text, "infinite") && (!take_number(&text, 10, &bytes) || bytes == 0))
        return false;
    if (!take(&text, ":") || !take_number(&text, 10, &ways) || !take(&text, ":") ||
        !take_number(&text, 10, &line))
        return false;
    if (take(&text, ":plru"))
        level->cache.replacement = REPLACE_TREE_PLRU;
    else
        take(&text, ":lru");
    return *text == '\0' && cache_of(bytes, ways, line, level);
}

/* ENTRIES:WAYS, ENTRIES a number or "infinite". */
static bool read_tlb(const char *text, struct cache_shape *tlb)
{
    uint64_t entries = 0, ways;
    if (!take(&text, "infinite") && (!take_number(&text, 10, &entries) || entries == 0))
        return false;
    if (!take(&text, ":") || !take_number(&text, 10, &ways) || *text != '\0')
        return false;
    if (entries > MOST_TLB_ENTRIES || ways < 1 || ways > MOST_TLB_WAYS || entries % ways != 0)
        return false;
    *tlb = (struct cache_shape){.sets = entries / ways, .ways = (unsigned)ways};
    return entries == 0 || power_of_two(tlb->sets);
}

static const char cache_fix[] =
    "write SIZE:WAYS:LINE[:lru|plru], e.g. 32768:8:64, with SIZE up to 1073741824 bytes and a "
    "multiple of WAYS times LINE (or infinite), WAYS 1 to 64 (for plru a power of two), LINE a "
    "power of two from 16 to 256";
static const char tlb_fix[] =
    "write ENTRIES:WAYS, e.g. 64:4, with 1 to 65536 ENTRIES (or infinite) in 1 to 512 WAYS and a "
    "power of two of sets";

/* --- kinds of values --- */

struct reading {
    struct arguments *arguments;
    bool l3_inclusion_given, itlb_given;
};

typedef bool (*reader)(struct reading *reading, const char *key, const char *value);

static bool set_cache(struct level_shape *level, const char *key, const char *value)
{
    return read_cache(value, level) || refuse(key, value, cache_fix);
}

static bool set_tlb(struct cache_shape *tlb, const char *key, const char *value)
{
    return read_tlb(value, tlb) || refuse(key, value, tlb_fix);
}

static bool set_inclusion(enum inclusion *inclusion, const char *key, const char *value)
{
    static const char *const words[] = {"none", "inclusive", "exclusive"}; /* as the enum */
    for (unsigned i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strcmp(value, words[i]) == 0) {
            *inclusion = (enum inclusion)i;
            return true;
        }
    return refuse(key, value, "it is inclusive, exclusive or none");
}

static bool set_either(bool *first, const char *one, const char *other, const char *key,
                       const char *value)
{
    *first = strcmp(value, one) == 0;
    if (*first || strcmp(value, other) == 0)
        return true;
    fprintf(stderr, "switchlab-vpmu: %s=%s is not possible; it is %s or %s\n", key, value, one,
            other);
    return false;
}

static bool is_none(const char *value)
{
    return strcmp(value, "none") == 0;
}

/* --- the arguments --- */

static bool read_out(struct reading *reading, const char *key, const char *value)
{
    reading->arguments->out = value;
    return *value != '\0' || refuse(key, value, "name a file");
}

static bool read_model(struct reading *reading, const char *key, const char *value)
{
    return set_either(&reading->arguments->user_only, "user", "all", key, value);
}

static bool read_marks(struct reading *reading, const char *key, const char *value)
{
    struct arguments *arguments = reading->arguments;
    const char *text = value;
    arguments->has_marks = take_number(&text, 16, &arguments->marks) && *text == '\0' &&
                           arguments->marks % PAGE_BYTES == 0 &&
                           !address_is_kernel(arguments->marks);
    return arguments->has_marks || refuse(key, value,
                                          "it is the user address of a page, in hexadecimal, e.g. "
                                          "0x133700000000");
}

static bool read_l1i(struct reading *reading, const char *key, const char *value)
{
    return set_cache(&reading->arguments->core.caches.l1i, key, value);
}

static bool read_l1d(struct reading *reading, const char *key, const char *value)
{
    return set_cache(&reading->arguments->core.caches.l1d, key, value);
}

static bool read_l2(struct reading *reading, const char *key, const char *value)
{
    struct hierarchy_shape *caches = &reading->arguments->core.caches;
    caches->has_l2 = !is_none(value);
    return !caches->has_l2 || set_cache(&caches->l2, key, value);
}

static bool read_l3(struct reading *reading, const char *key, const char *value)
{
    struct hierarchy_shape *caches = &reading->arguments->core.caches;
    caches->has_l3 = !is_none(value);
    return !caches->has_l3 || set_cache(&caches->l3, key, value);
}

static bool read_inclusion(struct reading *reading, const char *key, const char *value)
{
    return set_inclusion(&reading->arguments->core.caches.l2_inclusion, key, value);
}

static bool read_l3_inclusion(struct reading *reading, const char *key, const char *value)
{
    reading->l3_inclusion_given = true;
    return set_inclusion(&reading->arguments->core.caches.l3_inclusion, key, value);
}

static bool read_dtlb(struct reading *reading, const char *key, const char *value)
{
    return set_tlb(&reading->arguments->core.dtlb, key, value);
}

static bool read_itlb(struct reading *reading, const char *key, const char *value)
{
    reading->itlb_given = true;
    return set_tlb(&reading->arguments->core.itlb, key, value);
}

static bool read_stlb(struct reading *reading, const char *key, const char *value)
{
    struct core_shape *core = &reading->arguments->core;
    core->has_stlb = !is_none(value);
    return !core->has_stlb || set_tlb(&core->stlb, key, value);
}

static bool read_page(struct reading *reading, const char *key, const char *value)
{
    bool large;
    if (!set_either(&large, "2097152", "4096", key, value))
        return false;
    reading->arguments->core.user_page_bits = large ? LARGE_PAGE_BITS : SMALL_PAGE_BITS;
    return true;
}

static bool read_tagging(struct reading *reading, const char *key, const char *value)
{
    return set_either(&reading->arguments->core.tagged, "tagged", "untagged", key, value);
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
             {"tlb", read_tagging}};

static bool read_one(struct reading *reading, const char *key, const char *value)
{
    for (unsigned i = 0; i < sizeof known / sizeof known[0]; i++)
        if (strcmp(key, known[i].key) == 0)
            return known[i].read(reading, key, value);
    return refuse(key, value,
                  "there are out, model, marks, l1i, l1d, l2, l3, inclusion, l3inclusion, dtlb, "
                  "itlb, stlb, page and tlb");
}

/* --- all of them together --- */

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
    return hierarchy_fits(&core->caches);
}

/* The text is cut in two for as long as it is read. */
static bool read_text(struct reading *reading, char *text)
{
    char *equals = strchr(text, '=');
    if (equals == NULL)
        return refuse(text, "", "arguments have the form key=value");
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
