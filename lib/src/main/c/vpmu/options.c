#include "options.h"

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

static bool set_cache(struct level_shape *level, const char *key, const char *value)
{
    return read_cache(value, level) || refuse(key, value, cache_fix);
}

static bool set_lower_cache(struct level_shape *level, bool *has, const char *key,
                            const char *value)
{
    *has = strcmp(value, "none") != 0;
    return !*has || set_cache(level, key, value);
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

static bool set_page(unsigned *bits, const char *key, const char *value)
{
    bool large;
    if (!set_either(&large, "2097152", "4096", key, value))
        return false;
    *bits = large ? LARGE_PAGE_BITS : SMALL_PAGE_BITS;
    return true;
}

static bool set_marks(struct options *options, const char *key, const char *value)
{
    const char *text = value;
    options->has_marks = take_number(&text, 16, &options->marks) && *text == '\0' &&
                         options->marks % PAGE_BYTES == 0 && !address_is_kernel(options->marks);
    return options->has_marks ||
           refuse(key, value, "it is the user address of a page, in hexadecimal, e.g. 0x133700000000");
}

struct reading {
    struct options *options;
    bool l3_inclusion_given, itlb_given;
};

static bool set(struct reading *reading, const char *key, const char *value)
{
    struct options *options = reading->options;
    struct core_shape *core = &options->core;
    struct hierarchy_shape *caches = &core->caches;
    if (strcmp(key, "out") == 0)
        return *(options->out = value) != '\0' || refuse(key, value, "name a file");
    if (strcmp(key, "model") == 0)
        return set_either(&options->user_only, "user", "all", key, value);
    if (strcmp(key, "marks") == 0)
        return set_marks(options, key, value);
    if (strcmp(key, "l1i") == 0)
        return set_cache(&caches->l1i, key, value);
    if (strcmp(key, "l1d") == 0)
        return set_cache(&caches->l1d, key, value);
    if (strcmp(key, "l2") == 0)
        return set_lower_cache(&caches->l2, &caches->has_l2, key, value);
    if (strcmp(key, "l3") == 0)
        return set_lower_cache(&caches->l3, &caches->has_l3, key, value);
    if (strcmp(key, "inclusion") == 0)
        return set_inclusion(&caches->l2_inclusion, key, value);
    if (strcmp(key, "l3inclusion") == 0)
        return reading->l3_inclusion_given = true,
               set_inclusion(&caches->l3_inclusion, key, value);
    if (strcmp(key, "dtlb") == 0)
        return set_tlb(&core->dtlb, key, value);
    if (strcmp(key, "itlb") == 0)
        return reading->itlb_given = true, set_tlb(&core->itlb, key, value);
    if (strcmp(key, "stlb") == 0) {
        core->has_stlb = strcmp(value, "none") != 0;
        return !core->has_stlb || set_tlb(&core->stlb, key, value);
    }
    if (strcmp(key, "page") == 0)
        return set_page(&core->user_page_bits, key, value);
    if (strcmp(key, "tlb") == 0)
        return set_either(&core->tagged, "tagged", "untagged", key, value);
    return refuse(key, value,
                  "there are out, model, marks, l1i, l1d, l2, l3, inclusion, l3inclusion, dtlb, "
                  "itlb, stlb, page and tlb");
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

static bool check(const struct options *options)
{
    const struct hierarchy_shape *caches = &options->core.caches;
    if (options->out == NULL)
        return complain("out= is missing; name the file that result lines are appended to");
    if (caches->l1i.cache.ways == 0 || caches->l1d.cache.ways == 0 || options->core.dtlb.ways == 0)
        return complain("l1i=, l1d= and dtlb= are needed, e.g. l1i=32768:8:64,l1d=32768:8:64,"
                        "dtlb=64:4");
    if (caches->has_l3 && !caches->has_l2)
        return complain("there is an l3= without an l2=; give both, or call the L3 the l2");
    if ((caches->has_l2 && (!lines_fit(&caches->l1i, &caches->l2, caches->l2_inclusion) ||
                            !lines_fit(&caches->l1d, &caches->l2, caches->l2_inclusion))) ||
        (caches->has_l3 && !lines_fit(&caches->l2, &caches->l3, caches->l3_inclusion)))
        return complain("the lines of a level must be as long as those of the level above it, or "
                        "longer unless it is exclusive; change LINE of l1i, l1d, l2 or l3");
    return true;
}

bool options_read(struct options *options, int count, char **arguments)
{
    *options = (struct options){.core = {.tagged = true, .user_page_bits = SMALL_PAGE_BITS}};
    struct reading reading = {.options = options};
    for (int i = 0; i < count; i++) {
        char *equals = strchr(arguments[i], '=');
        if (equals == NULL)
            return refuse(arguments[i], "", "arguments have the form key=value");
        *equals = '\0';
        bool done = set(&reading, arguments[i], equals + 1);
        *equals = '=';
        if (!done)
            return false;
    }
    struct core_shape *core = &options->core;
    if (!reading.itlb_given)
        core->itlb = core->dtlb;
    if (!reading.l3_inclusion_given)
        core->caches.l3_inclusion = core->caches.l2_inclusion;
    return check(options);
}
