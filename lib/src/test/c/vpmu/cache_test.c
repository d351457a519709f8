/* Set-associative arrays against traces computed by hand. */
#include "cache.h"

#include "check.h"

enum { A = 100, B = 101, C = 102, D = 103, E = 104, F = 105 };

static struct cache cache_of(uint64_t sets, unsigned ways, enum replacement replacement)
{
    struct cache cache;
    cache_init(&cache, (struct cache_shape){sets, ways, replacement});
    return cache;
}

static bool hits(struct cache *cache, uint64_t tag)
{
    uint64_t evicted;
    return cache_access(cache, tag, &evicted);
}

static bool evicts(struct cache *cache, uint64_t tag, uint64_t victim)
{
    uint64_t evicted = 0;
    return !cache_access(cache, tag, &evicted) && evicted == victim;
}

static void lru_evicts_what_was_used_longest_ago(void)
{
    struct cache cache = cache_of(1, 2, REPLACE_LRU);
    CHECK(evicts(&cache, A, NO_TAG));
    CHECK(evicts(&cache, B, NO_TAG));
    CHECK(hits(&cache, A));
    CHECK(evicts(&cache, C, B));
    CHECK(evicts(&cache, B, A));
    CHECK(hits(&cache, C));
    CHECK(hits(&cache, B));
    cache_free(&cache);
}

static void one_way_is_direct_mapped(void)
{
    struct cache cache = cache_of(4, 1, REPLACE_LRU);
    CHECK(evicts(&cache, 0, NO_TAG));
    CHECK(evicts(&cache, 4, 0));
    CHECK(evicts(&cache, 0, 4));
    CHECK(evicts(&cache, 1, NO_TAG)); /* another set */
    CHECK(hits(&cache, 0));
    cache_free(&cache);
}

/* The staircase of every cache experiment: what fits always hits, one line more never does. */
static void a_cyclic_walk_one_line_too_long_always_misses(unsigned ways)
{
    struct cache cache = cache_of(8, ways, REPLACE_LRU);
    for (int pass = 0; pass < 3; pass++)
        for (uint64_t line = 0; line < 8 * ways; line++)
            CHECK(hits(&cache, line) == (pass > 0));
    cache_clear(&cache);
    for (int pass = 0; pass < 3; pass++)
        for (uint64_t line = 0; line <= 8 * ways; line++) /* one too many in set 0 */
            CHECK(hits(&cache, line) == (pass > 0 && line % 8 != 0));
    cache_free(&cache);
}

/* Sets that are no power of two: tags 0, 3 and 6 meet in set 0 of 3. */
static void any_number_of_sets(void)
{
    struct cache cache = cache_of(3, 2, REPLACE_LRU);
    CHECK(evicts(&cache, 0, NO_TAG));
    CHECK(evicts(&cache, 3, NO_TAG));
    CHECK(evicts(&cache, 4, NO_TAG));
    CHECK(evicts(&cache, 6, 0));
    CHECK(hits(&cache, 4));
    cache_free(&cache);
}

/* A to D fill ways 0 to 3; each leaves the tree pointing away from itself. After D the root points
   left and both halves left: A. Using A turns the root right, where C is next: LRU would take B. */
static void the_tree_points_away_from_what_was_used(void)
{
    struct cache cache = cache_of(1, 4, REPLACE_TREE_PLRU);
    for (uint64_t tag = A; tag <= D; tag++)
        CHECK(evicts(&cache, tag, NO_TAG));
    CHECK(hits(&cache, A));
    CHECK(evicts(&cache, E, C)); /* in way 2: root left, right half points to way 3 */
    CHECK(evicts(&cache, F, B)); /* left half points to way 1 */
    CHECK(evicts(&cache, C, D)); /* root right again: way 3 */
    CHECK(hits(&cache, A));
    CHECK(hits(&cache, E));
    CHECK(hits(&cache, F));
    cache_free(&cache);
}

static void a_place_made_free_is_filled_first(enum replacement replacement)
{
    struct cache cache = cache_of(1, 4, replacement);
    for (uint64_t tag = A; tag <= D; tag++)
        hits(&cache, tag);
    CHECK(cache_remove(&cache, B));
    CHECK(!cache_remove(&cache, B));
    CHECK(!cache_holds(&cache, B));
    CHECK(evicts(&cache, E, NO_TAG));
    CHECK(cache_holds(&cache, A) && cache_holds(&cache, C) && cache_holds(&cache, D));
    if (replacement == REPLACE_LRU)
        CHECK(evicts(&cache, F, A)); /* the others kept their order */
    cache_free(&cache);
}

static void keep_takes_out_what_lacks_the_bit(uint64_t sets, enum replacement replacement)
{
    struct cache cache = cache_of(sets, 4, replacement);
    for (uint64_t tag = 0; tag < 4; tag++)
        hits(&cache, tag);
    cache_keep(&cache, 2);
    CHECK(!cache_holds(&cache, 0) && !cache_holds(&cache, 1));
    CHECK(cache_holds(&cache, 2) && cache_holds(&cache, 3));
    cache_clear(&cache);
    CHECK(!cache_holds(&cache, 2) && !cache_holds(&cache, 3));
    cache_free(&cache);
}

static void an_infinite_cache_misses_each_line_once(void)
{
    struct cache cache = cache_of(0, 1, REPLACE_LRU);
    for (uint64_t line = 0; line < 5000; line++)
        CHECK(evicts(&cache, line * 4096, NO_TAG));
    for (uint64_t line = 0; line < 5000; line++)
        CHECK(hits(&cache, line * 4096));
    cache_free(&cache);
}

int main(void)
{
    lru_evicts_what_was_used_longest_ago();
    one_way_is_direct_mapped();
    a_cyclic_walk_one_line_too_long_always_misses(1);
    a_cyclic_walk_one_line_too_long_always_misses(4);
    a_cyclic_walk_one_line_too_long_always_misses(12);
    any_number_of_sets();
    the_tree_points_away_from_what_was_used();
    a_place_made_free_is_filled_first(REPLACE_LRU);
    a_place_made_free_is_filled_first(REPLACE_TREE_PLRU);
    keep_takes_out_what_lacks_the_bit(1, REPLACE_LRU);
    keep_takes_out_what_lacks_the_bit(1, REPLACE_TREE_PLRU);
    keep_takes_out_what_lacks_the_bit(0, REPLACE_LRU);
    an_infinite_cache_misses_each_line_once();
    return check_summary();
}
