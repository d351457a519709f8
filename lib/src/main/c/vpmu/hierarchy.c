#include "hierarchy.h"

void hierarchy_init(struct hierarchy *hierarchy, const struct hierarchy_shape *shape)
{
    *hierarchy = (struct hierarchy){.shape = *shape};
    cache_init(&hierarchy->l1i, shape->l1i.cache);
    cache_init(&hierarchy->l1d, shape->l1d.cache);
    if (shape->has_l2)
        cache_init(&hierarchy->l2, shape->l2.cache);
    if (shape->has_l3)
        cache_init(&hierarchy->l3, shape->l3.cache);
}

void hierarchy_free(struct hierarchy *hierarchy)
{
    cache_free(&hierarchy->l1i);
    cache_free(&hierarchy->l1d);
    cache_free(&hierarchy->l2);
    cache_free(&hierarchy->l3);
}

void hierarchy_clear(struct hierarchy *hierarchy)
{
    cache_clear(&hierarchy->l1i);
    cache_clear(&hierarchy->l1d);
    if (hierarchy->shape.has_l2)
        cache_clear(&hierarchy->l2);
    if (hierarchy->shape.has_l3)
        cache_clear(&hierarchy->l3);
}

/* Takes out of `cache` every line of it that lies in the `bytes` from `address`. */
static bool take_out(struct cache *cache, unsigned line_bits, uint64_t address, uint64_t bytes)
{
    bool any = false;
    for (uint64_t at = address; at < address + bytes; at += UINT64_C(1) << line_bits)
        any |= cache_remove(cache, at >> line_bits);
    return any;
}

/* Back-invalidation: the L1 caches lose the line that an inclusive level below them lost. */
static void take_out_of_l1(struct hierarchy *hierarchy, uint64_t address, uint64_t bytes)
{
    take_out(&hierarchy->l1i, hierarchy->shape.l1i.line_bits, address, bytes);
    if (take_out(&hierarchy->l1d, hierarchy->shape.l1d.line_bits, address, bytes))
        hierarchy->l1d_disturbed = true;
}

/* An inclusive L3 includes what is above L2 as well, through an L2 of any kind. */
static void left_l3(struct hierarchy *hierarchy, uint64_t line)
{
    const struct hierarchy_shape *shape = &hierarchy->shape;
    if (line == NO_TAG || shape->l3_inclusion != INCLUSIVE)
        return;
    uint64_t address = line << shape->l3.line_bits;
    uint64_t bytes = UINT64_C(1) << shape->l3.line_bits;
    take_out(&hierarchy->l2, shape->l2.line_bits, address, bytes);
    take_out_of_l1(hierarchy, address, bytes);
}

static void left_l2(struct hierarchy *hierarchy, uint64_t line)
{
    const struct hierarchy_shape *shape = &hierarchy->shape;
    if (line == NO_TAG)
        return;
    uint64_t address = line << shape->l2.line_bits;
    if (shape->l2_inclusion == INCLUSIVE)
        take_out_of_l1(hierarchy, address, UINT64_C(1) << shape->l2.line_bits);
    if (shape->has_l3 && shape->l3_inclusion == EXCLUSIVE) {
        uint64_t evicted = NO_TAG;
        cache_access(&hierarchy->l3, address >> shape->l3.line_bits, &evicted);
    }
}

static unsigned access_l3(struct hierarchy *hierarchy, uint64_t address)
{
    uint64_t line = address >> hierarchy->shape.l3.line_bits;
    if (hierarchy->shape.l3_inclusion == EXCLUSIVE)
        return cache_remove(&hierarchy->l3, line) ? 0 : MISSED_L3;
    uint64_t evicted = NO_TAG;
    if (cache_access(&hierarchy->l3, line, &evicted))
        return 0;
    left_l3(hierarchy, evicted);
    return MISSED_L3;
}

/* The line on its way up is taken from below before its victim goes down, which else could push it
   out. */
static unsigned access_l2(struct hierarchy *hierarchy, uint64_t address)
{
    const struct hierarchy_shape *shape = &hierarchy->shape;
    uint64_t line = address >> shape->l2.line_bits;
    uint64_t evicted = NO_TAG;
    bool hit = shape->l2_inclusion == EXCLUSIVE ? cache_remove(&hierarchy->l2, line)
                                                : cache_access(&hierarchy->l2, line, &evicted);
    if (hit)
        return 0;
    unsigned missed = MISSED_L2 | (shape->has_l3 ? access_l3(hierarchy, address) : 0);
    left_l2(hierarchy, evicted);
    return missed;
}

static void left_l1(struct hierarchy *hierarchy, uint64_t line, unsigned line_bits)
{
    if (line == NO_TAG || hierarchy->shape.l2_inclusion != EXCLUSIVE)
        return;
    uint64_t evicted = NO_TAG;
    cache_access(&hierarchy->l2, line << line_bits >> hierarchy->shape.l2.line_bits, &evicted);
    left_l2(hierarchy, evicted);
}

static unsigned access_l1(struct hierarchy *hierarchy, struct cache *l1, unsigned line_bits,
                          uint64_t address)
{
    uint64_t evicted = NO_TAG;
    uint64_t line = address >> line_bits;
    if (cache_is_first(l1, line) || cache_access(l1, line, &evicted))
        return 0;
    if (!hierarchy->shape.has_l2)
        return MISSED_L1;
    unsigned missed = MISSED_L1 | access_l2(hierarchy, address);
    left_l1(hierarchy, evicted, line_bits);
    return missed;
}

unsigned hierarchy_fetch(struct hierarchy *hierarchy, uint64_t address)
{
    return access_l1(hierarchy, &hierarchy->l1i, hierarchy->shape.l1i.line_bits, address);
}

unsigned hierarchy_data(struct hierarchy *hierarchy, uint64_t address)
{
    return access_l1(hierarchy, &hierarchy->l1d, hierarchy->shape.l1d.line_bits, address);
}
