#include "values.h"

#include <stdio.h>
#include <string.h>

#include "address.h"
#include "text.h"

enum { MOST_CACHE_WAYS = 64, MOST_TLB_WAYS = 512, MOST_TLB_ENTRIES = 65536 };
static const uint64_t most_cache_bytes = UINT64_C(1) << 30;

bool value_refuse(const char *key, const char *value, const char *fix)
{
    fprintf(stderr, "switchlab-vpmu: %s=%s is not possible; %s\n", key, value, fix);
    return false;
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
    if (!text_take(&text, "infinite") && (!text_take_number(&text, 10, &bytes) || bytes == 0))
        return false;
    if (!text_take(&text, ":") || !text_take_number(&text, 10, &ways) || !text_take(&text, ":") ||
        !text_take_number(&text, 10, &line))
        return false;
    if (text_take(&text, ":plru"))
        level->cache.replacement = REPLACE_TREE_PLRU;
    else
        text_take(&text, ":lru");
    return *text == '\0' && cache_of(bytes, ways, line, level);
}

/* ENTRIES:WAYS, ENTRIES a number or "infinite". */
static bool read_tlb(const char *text, struct cache_shape *tlb)
{
    uint64_t entries = 0, ways;
    if (!text_take(&text, "infinite") && (!text_take_number(&text, 10, &entries) || entries == 0))
        return false;
    if (!text_take(&text, ":") || !text_take_number(&text, 10, &ways) || *text != '\0')
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

bool value_cache(const char *key, const char *value, struct level_shape *level)
{
    return read_cache(value, level) || value_refuse(key, value, cache_fix);
}

bool value_tlb(const char *key, const char *value, struct cache_shape *tlb)
{
    return read_tlb(value, tlb) || value_refuse(key, value, tlb_fix);
}

bool value_inclusion(const char *key, const char *value, enum inclusion *inclusion)
{
    static const char *const words[] = {"none", "inclusive", "exclusive"}; /* as the enum */
    for (unsigned i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strcmp(value, words[i]) == 0) {
            *inclusion = (enum inclusion)i;
            return true;
        }
    return value_refuse(key, value, "it is inclusive, exclusive or none");
}

bool value_either(const char *key, const char *value, const char *one, const char *other,
                  bool *first)
{
    *first = strcmp(value, one) == 0;
    if (*first || strcmp(value, other) == 0)
        return true;
    fprintf(stderr, "switchlab-vpmu: %s=%s is not possible; it is %s or %s\n", key, value, one,
            other);
    return false;
}

bool value_address(const char *key, const char *value, uint64_t *address)
{
    const char *text = value;
    return (text_take_number(&text, 16, address) && *text == '\0' && *address % PAGE_BYTES == 0 &&
            !address_is_kernel(*address)) ||
           value_refuse(key, value,
                        "it is the user address of a page, in hexadecimal, e.g. 0x133700000000");
}
