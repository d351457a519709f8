/* How a peer of a scope comes to life and how its end is awaited. */
#ifndef SWITCHLAB_PEER_SCOPE_H
#define SWITCHLAB_PEER_SCOPE_H

#include <stddef.h>

#include "options.h"

struct peer_scope {
    /* Starts the peer, which calls peer_live there; answers the id of its kernel thread. */
    int (*start)(const struct options *options, size_t stack_offset_bytes);

    /* Waits for the end of a peer that has answered MESSAGE_QUIT. */
    void (*join)(void);
};

extern const struct peer_scope process_scope, thread_scope, user_scope;

/* The peer's life, on its own stack: takes --peer-cpu, maps and touches its array, serves. */
void peer_live(const struct options *options, size_t stack_offset_bytes);

#endif
