/* Open addressing with linear probing; removal shifts back what follows, so that no slot has to
   remember that something was removed (Knuth, The Art of Computer Programming 3, 6.4 algorithm R). */
#include "number_set.h"

#include <stdlib.h>
#include <string.h>

#include "memory.h"

enum { FIRST_CAPACITY = 1024 };

/* Fibonacci hashing: the multiplier is 2^64 divided by the golden ratio. */
static size_t home(const struct number_set *set, uint64_t number)
{
    return (size_t)((number * UINT64_C(0x9E3779B97F4A7C15)) >> 32) & (set->capacity - 1);
}

/* Where the number is, or the free slot where it would go. */
static size_t find(const struct number_set *set, uint64_t number)
{
    size_t slot = home(set, number);
    while (set->slots[slot] != number && set->slots[slot] != NO_NUMBER)
        slot = (slot + 1) & (set->capacity - 1);
    return slot;
}

static void allocate(struct number_set *set, size_t capacity)
{
    set->slots = memory_new(capacity, sizeof *set->slots);
    memset(set->slots, 0xff, capacity * sizeof *set->slots);
    set->capacity = capacity;
    set->count = 0;
}

/* Into new slots; of all numbers those that have a bit of `mask` set, or all if it is 0. */
static void move(struct number_set *set, size_t capacity, uint64_t mask)
{
    struct number_set old = *set;
    allocate(set, capacity);
    for (size_t slot = 0; slot < old.capacity; slot++)
        if (old.slots[slot] != NO_NUMBER && (mask == 0 || (old.slots[slot] & mask) != 0))
            number_set_add(set, old.slots[slot]);
    free(old.slots);
}

bool number_set_contains(const struct number_set *set, uint64_t number)
{
    return set->capacity != 0 && set->slots[find(set, number)] == number;
}

bool number_set_add(struct number_set *set, uint64_t number)
{
    if (set->capacity == 0)
        allocate(set, FIRST_CAPACITY);
    size_t slot = find(set, number);
    if (set->slots[slot] == number)
        return false;
    set->slots[slot] = number;
    if (++set->count > set->capacity / 2)
        move(set, 2 * set->capacity, 0);
    return true;
}

bool number_set_remove(struct number_set *set, uint64_t number)
{
    if (!number_set_contains(set, number))
        return false;
    size_t last = set->capacity - 1;
    size_t hole = find(set, number);
    for (size_t slot = (hole + 1) & last; set->slots[slot] != NO_NUMBER; slot = (slot + 1) & last) {
        size_t wanted = home(set, set->slots[slot]);
        if (((slot - wanted) & last) >= ((slot - hole) & last)) { /* it may stand in the hole */
            set->slots[hole] = set->slots[slot];
            hole = slot;
        }
    }
    set->slots[hole] = NO_NUMBER;
    set->count--;
    return true;
}

void number_set_keep(struct number_set *set, uint64_t mask)
{
    if (set->capacity != 0)
        move(set, set->capacity, mask);
}

void number_set_clear(struct number_set *set)
{
    if (set->capacity != 0)
        memset(set->slots, 0xff, set->capacity * sizeof *set->slots);
    set->count = 0;
}

void number_set_free(struct number_set *set)
{
    free(set->slots);
    *set = (struct number_set){0};
}
