/* The command line, read strictly: every refusal names the value, the range and the fix. */
#ifndef SWITCHLAB_OPTIONS_H
#define SWITCHLAB_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "subject.h"

enum mode {
    MODE_MEASURE = 1,   /* couples of batches of the named subject */
    MODE_DRIVE = 2,     /* batches on command */
    MODE_REFERENCE = 4, /* the reference loop alone */
    MODE_FORK_COST = 8, /* what fork costs, by touched memory */
    MODE_HELP = 16,
    MODE_VERSION = 32,
    MODE_TIMELINE = 64,        /* when each process did what, of a few rounds */
    MODE_ACCESS_PATTERN = 128, /* what a walk touches */
    MODE_COUNT_SYSCALLS = 256  /* system calls and instructions of the named subject */
};

/* Of a timeline: what the trace of each process holds. */
enum { MOST_TRACED_ROUNDS = 1000 };

/* Of one batch: minutes of the cheapest rounds, and far from overflow in every sum. */
enum { MOST_ROUNDS = 1000000000 };

/* Of count-syscalls: a minute of the longest rounds. */
enum { MOST_COUNTED_ROUNDS = 10000 };

/* Of a user-level thread: room for what a peer calls of libc, many times over. */
enum { DEFAULT_STACK_BYTES = 65536 };

/* A number that was not given. No option reaches it but --seed, which is always given. */
#define NOT_GIVEN UINT64_MAX

struct options {
    enum mode mode;
    const struct subject *subject;
    uint64_t array_bytes;
    uint64_t stride_bytes;
    uint64_t page_bytes;
    uint64_t couples;
    uint64_t batch_ns;
    uint64_t rounds;
    uint64_t seed;
    uint64_t count;
    uint64_t cpu;
    uint64_t peer_cpu;
    uint64_t stack_bytes;
    uint64_t fifo;
    bool handshake;
};

/* What holds where a command line says nothing. */
struct options options_default(void);

/* The command line's meaning; ends the process with EXIT_WRONG_USAGE if it has none. */
struct options options_read(int argc, char **argv);

#endif
