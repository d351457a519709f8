/* The three pipes of pipe-pair, for the loops that use them. */
#ifndef SWITCHLAB_PIPE_PAIR_H
#define SWITCHLAB_PIPE_PAIR_H

#include <stdbool.h>
#include <sys/types.h>

enum { READ_END = 0, WRITE_END = 1 };

extern int own[2], to_peer[2], to_parent[2];

/* No signal of ours has a handler, so neither read nor write returns EINTR. */
static inline bool passed(ssize_t bytes)
{
    return __builtin_expect(bytes == 1, true);
}

#endif
