/* The options, each declared once, in the table of option.c; a mode says which of them it knows. */
#ifndef SWITCHLAB_OPTION_H
#define SWITCHLAB_OPTION_H

#include <stddef.h>
#include <stdint.h>

struct options;

/* A set of options is a sum of these. */
enum {
    OPTION_ARRAY_BYTES = 1 << 0,
    OPTION_STRIDE_BYTES = 1 << 1,
    OPTION_PAGE_BYTES = 1 << 2,
    OPTION_COUPLES = 1 << 3,
    OPTION_BATCH_NS = 1 << 4,
    OPTION_ROUNDS = 1 << 5,
    OPTION_SEED = 1 << 6,
    OPTION_COUNT = 1 << 7,
    OPTION_SUBJECT = 1 << 8,
    OPTION_CPU = 1 << 9,
    OPTION_PEER_CPU = 1 << 10,
    OPTION_STACK_BYTES = 1 << 11,
    OPTION_FIFO = 1 << 12,
    OPTION_HANDSHAKE = 1 << 13,
    OPTION_SLOTS = 1 << 14,
    OPTION_SLOT_NS = 1 << 15,
    OPTION_BLOCK_NS = 1 << 16,
    OPTION_KEEP_ROUNDS = 1 << 17,
    OPTION_PAGES = 1 << 18,
    OPTION_ORDER = 1 << 19
};

struct option {
    unsigned bit;
    const char *name;  /* as on the command line */
    const char *value; /* what --help calls the word behind it; NULL if there is none */
    const char *help;  /* one line */

    /* Reads the value, NULL where it is missing; ends the process if it is none. */
    void (*take)(const struct option *option, struct options *options, const char *text);

    /* Of a number: its field in struct options, and its range. */
    size_t offset;
    uint64_t lowest, highest;
};

/* The option of that name, or NULL. */
const struct option *option_named(const char *name);

/* All options, as --help lists them; a name that is NULL ends the table. */
extern const struct option option_table[];

#endif
