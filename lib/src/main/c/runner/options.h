/* The command line, read strictly: every refusal names the value, the range and the fix. */
#ifndef SWITCHLAB_OPTIONS_H
#define SWITCHLAB_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "subject.h"

struct mode;

/* Of one batch: minutes of the cheapest rounds, and far from overflow in every sum. */
enum { MOST_ROUNDS = 1000000000 };

/* Of a user-level thread: room for what a peer calls of libc, many times over. */
enum { DEFAULT_STACK_BYTES = 65536 };

/* A number that was not given. No option reaches it but --seed, which is always given. */
#define NOT_GIVEN UINT64_MAX

struct options {
    const struct subject *subject;
    uint64_t array_bytes;
    uint64_t stride_bytes;
    uint64_t page_bytes;
    uint64_t couples;
    uint64_t batch_ns;
    uint64_t rounds;
    uint64_t slots;
    uint64_t slot_ns;
    uint64_t block_ns;
    uint64_t seed;
    uint64_t count;
    uint64_t cpu;
    uint64_t peer_cpu;
    uint64_t stack_bytes;
    uint64_t fifo;
    bool handshake;
    bool keep_rounds;
    bool coloured; /* arrays as in coloured.h */
    bool shuffled; /* walks as in shuffle.h */
};

/* What holds where a command line says nothing. */
struct options options_default(void);

/* The command line's mode, with what it is asked for in options; ends the process with
   EXIT_WRONG_USAGE if the line has no meaning. */
const struct mode *options_read(struct options *options, char **argv);

#endif
