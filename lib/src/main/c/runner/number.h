/* Numbers as people and programs write them, without strtoull's leniency. */
#ifndef SWITCHLAB_NUMBER_H
#define SWITCHLAB_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

/* Reads a whole number of decimal digits alone; false on anything else or overflow. */
bool number_read(const char *text, uint64_t *number);

/* The same, but a controller's seed may be a signed 64-bit number: -1 is taken as its bits. */
bool seed_read(const char *text, uint64_t *seed);

#endif
