/* What brings a peer to life and waits for its end: one host for each scope. */
#ifndef SWITCHLAB_HOST_H
#define SWITCHLAB_HOST_H

#include <stddef.h>

#include "options.h"

struct host {
    /* Starts the peer, which calls peer_live there; answers the id of its kernel thread. */
    int (*start)(const struct options *options, size_t stack_offset_bytes);

    /* Waits for the end of a peer that has answered MESSAGE_QUIT. */
    void (*join)(void);
};

extern const struct host process_host, thread_host, user_host;

/* The peer's life, on its own stack: takes --peer-cpu, maps and touches its array, serves. */
void peer_live(const struct options *options, size_t stack_offset_bytes);

#endif
