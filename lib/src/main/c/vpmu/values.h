/* The values that the plugin's arguments have. Each reader takes the argument `key=value` and answers
   false after a line on stderr that names the value, the range and the fix. */
#ifndef SWITCHLAB_VPMU_VALUES_H
#define SWITCHLAB_VPMU_VALUES_H

#include "hierarchy.h"
#include "predictor.h"

/* Writes that line; false. */
bool value_refuse(const char *key, const char *value, const char *fix);

/* SIZE:WAYS:LINE[:lru|plru], SIZE in bytes or "infinite". */
bool value_cache(const char *key, const char *value, struct level_shape *level);

/* ENTRIES:WAYS, ENTRIES a number or "infinite". */
bool value_tlb(const char *key, const char *value, struct cache_shape *tlb);

/* bimodal:ENTRIES, tage:ENTRIES:TABLE_ENTRIES:HISTORY[:HISTORY…] or callgrind. */
bool value_direction(const char *key, const char *value, struct direction_shape *direction);

/* btb:ENTRIES or history:ENTRIES. */
bool value_targets(const char *key, const char *value, struct targets_shape *targets);

/* A power of two of addresses. */
bool value_return_depth(const char *key, const char *value, uint32_t *depth);

/* inclusive, exclusive or none. */
bool value_inclusion(const char *key, const char *value, enum inclusion *inclusion);

/* One of two words; whether it is the first. */
bool value_either(const char *key, const char *value, const char *one, const char *other,
                  bool *first);

/* The user address of a page, in hexadecimal. */
bool value_address(const char *key, const char *value, uint64_t *address);

#endif
