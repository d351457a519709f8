/* One set-associative array of tags: a cache (the tags are line numbers) or a TLB (page numbers).
   It holds no data; a write allocates like a read. */
#ifndef SWITCHLAB_VPMU_CACHE_H
#define SWITCHLAB_VPMU_CACHE_H

#include <stdbool.h>
#include <stdint.h>

#include "number_set.h"

#define NO_TAG NO_NUMBER

enum replacement { REPLACE_LRU, REPLACE_TREE_PLRU };

struct cache_shape {
    uint64_t sets; /* 0: infinite */
    unsigned ways;
    enum replacement replacement;
};

struct cache {
    struct cache_shape shape;
    uint64_t set_mask;   /* sets - 1, or 0 if they are no power of two or infinite */
    uint64_t *tags;      /* ways tags a set; with LRU the most recently used first */
    uint64_t *trees;     /* tree-PLRU: the bits of a set's tree, node 1 being the root */
    struct number_set held; /* infinite: all tags */
};

void cache_init(struct cache *cache, struct cache_shape shape);
void cache_free(struct cache *cache);

/* Looks `tag` up and makes it the most recently used, putting it in if it is not there.
   True if it was there; else `*evicted` is the tag that had to go, or NO_TAG. */
bool cache_access(struct cache *cache, uint64_t tag, uint64_t *evicted);

/* Whether `tag` is the most recently used of an LRU set, so that an access would change nothing. */
static inline bool cache_is_first(const struct cache *cache, uint64_t tag)
{
    return cache->trees == NULL && cache->set_mask != 0 &&
           cache->tags[(tag & cache->set_mask) * cache->shape.ways] == tag;
}

/* Takes `tag` out; false if it was not there. */
bool cache_remove(struct cache *cache, uint64_t tag);

/* Takes out every tag that has no bit of `mask` set. */
void cache_keep(struct cache *cache, uint64_t mask);

/* Empties it and forgets what was used when. */
void cache_clear(struct cache *cache);

/* Whether it holds `tag`; changes nothing. */
bool cache_holds(const struct cache *cache, uint64_t tag);

#endif
