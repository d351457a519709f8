#include "cache.h"

#include <stdlib.h>
#include <string.h>

#include "memory.h"

static bool infinite(const struct cache *cache)
{
    return cache->shape.sets == 0;
}

/* Where the tags of a set begin, in tags. Sets that are no power of two are those of a last level
   cut into slices, which real ones find by a hash: the remainder spreads as evenly. */
static uint64_t set_of(const struct cache *cache, uint64_t tag)
{
    return cache->set_mask != 0 || cache->shape.sets == 1 ? tag & cache->set_mask
                                                          : tag % cache->shape.sets;
}

void cache_init(struct cache *cache, struct cache_shape shape)
{
    bool power_of_two = shape.sets != 0 && (shape.sets & (shape.sets - 1)) == 0;
    *cache = (struct cache){.shape = shape, .set_mask = power_of_two ? shape.sets - 1 : 0};
    if (infinite(cache))
        return;
    cache->tags = memory_new(shape.sets, shape.ways * sizeof *cache->tags);
    if (shape.replacement == REPLACE_TREE_PLRU)
        cache->trees = memory_new(shape.sets, sizeof *cache->trees);
    cache_clear(cache);
}

void cache_free(struct cache *cache)
{
    free(cache->tags);
    free(cache->trees);
    number_set_free(&cache->held);
    *cache = (struct cache){0};
}

/* LRU: the tag goes to the front, those before its old place move back by one, and so the set stays
   in order of use. Free places are always behind the tags. */
static bool access_lru(uint64_t *tags, unsigned ways, uint64_t tag, uint64_t *evicted)
{
    uint64_t moving = tag;
    for (unsigned way = 0; way < ways; way++) {
        uint64_t here = tags[way];
        tags[way] = moving;
        if (here == tag)
            return true;
        moving = here;
    }
    *evicted = moving;
    return false;
}

/* Points every node on the way to `way` at the other half. */
static void touch(uint64_t *tree, unsigned ways, unsigned way)
{
    unsigned node = 1;
    for (unsigned half = ways / 2; half != 0; half /= 2) {
        bool right = (way & half) != 0;
        *tree = right ? *tree & ~(UINT64_C(1) << node) : *tree | UINT64_C(1) << node;
        node = 2 * node + right;
    }
}

/* Follows the nodes. */
static unsigned victim(uint64_t tree, unsigned ways)
{
    unsigned node = 1;
    while (node < ways)
        node = 2 * node + (tree >> node & 1);
    return node - ways;
}

static unsigned way_of(const uint64_t *tags, unsigned ways, uint64_t tag)
{
    unsigned way = 0;
    while (way < ways && tags[way] != tag)
        way++;
    return way;
}

static bool access_plru(uint64_t *tags, uint64_t *tree, unsigned ways, uint64_t tag,
                        uint64_t *evicted)
{
    unsigned way = way_of(tags, ways, tag);
    bool hit = way < ways;
    if (!hit) {
        way = way_of(tags, ways, NO_TAG); /* free places first */
        if (way == ways)
            way = victim(*tree, ways);
        *evicted = tags[way];
        tags[way] = tag;
    }
    touch(tree, ways, way);
    return hit;
}

bool cache_access(struct cache *cache, uint64_t tag, uint64_t *evicted)
{
    if (infinite(cache)) {
        *evicted = NO_TAG;
        return !number_set_add(&cache->held, tag);
    }
    uint64_t set = set_of(cache, tag);
    uint64_t *tags = cache->tags + set * cache->shape.ways;
    if (cache->shape.replacement == REPLACE_TREE_PLRU)
        return access_plru(tags, cache->trees + set, cache->shape.ways, tag, evicted);
    return access_lru(tags, cache->shape.ways, tag, evicted);
}

bool cache_remove(struct cache *cache, uint64_t tag)
{
    if (infinite(cache))
        return number_set_remove(&cache->held, tag);
    unsigned ways = cache->shape.ways;
    uint64_t *tags = cache->tags + set_of(cache, tag) * ways;
    unsigned way = way_of(tags, ways, tag);
    if (way == ways)
        return false;
    if (cache->shape.replacement == REPLACE_LRU) {
        memmove(tags + way, tags + way + 1, (ways - 1 - way) * sizeof *tags);
        way = ways - 1;
    }
    tags[way] = NO_TAG;
    return true;
}

/* The tags of one LRU set that stay, in order, free places behind them. */
static void keep_in_set(uint64_t *tags, unsigned ways, uint64_t mask)
{
    unsigned kept = 0;
    for (unsigned way = 0; way < ways; way++)
        if (tags[way] != NO_TAG && (tags[way] & mask) != 0)
            tags[kept++] = tags[way];
    while (kept < ways)
        tags[kept++] = NO_TAG;
}

void cache_keep(struct cache *cache, uint64_t mask)
{
    if (infinite(cache)) {
        number_set_keep(&cache->held, mask);
        return;
    }
    unsigned ways = cache->shape.ways;
    uint64_t count = cache->shape.sets * ways;
    if (cache->shape.replacement == REPLACE_LRU)
        for (uint64_t first = 0; first < count; first += ways)
            keep_in_set(cache->tags + first, ways, mask);
    else
        for (uint64_t i = 0; i < count; i++)
            if ((cache->tags[i] & mask) == 0)
                cache->tags[i] = NO_TAG;
}

void cache_clear(struct cache *cache)
{
    if (infinite(cache)) {
        number_set_clear(&cache->held);
        return;
    }
    memset(cache->tags, 0xff, cache->shape.sets * cache->shape.ways * sizeof *cache->tags);
    if (cache->trees != NULL)
        memset(cache->trees, 0, cache->shape.sets * sizeof *cache->trees);
}

bool cache_holds(const struct cache *cache, uint64_t tag)
{
    if (infinite(cache))
        return number_set_contains(&cache->held, tag);
    const uint64_t *tags = cache->tags + set_of(cache, tag) * cache->shape.ways;
    return way_of(tags, cache->shape.ways, tag) < cache->shape.ways;
}
