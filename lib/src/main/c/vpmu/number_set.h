/* A set of 64-bit numbers without a limit: what an infinite cache holds. */
#ifndef SWITCHLAB_VPMU_NUMBER_SET_H
#define SWITCHLAB_VPMU_NUMBER_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Stands for "no number" and cannot be held. */
#define NO_NUMBER UINT64_MAX

struct number_set {
    uint64_t *slots; /* a power of two of them, NO_NUMBER if free */
    size_t capacity;
    size_t count;
};

bool number_set_contains(const struct number_set *set, uint64_t number);
/* False if it was there before. */
bool number_set_add(struct number_set *set, uint64_t number);
/* False if it was not there. */
bool number_set_remove(struct number_set *set, uint64_t number);
/* Keeps the numbers that have a bit of `mask` set, which is not 0. */
void number_set_keep(struct number_set *set, uint64_t mask);
void number_set_clear(struct number_set *set);
void number_set_free(struct number_set *set);

#endif
