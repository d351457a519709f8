/* One run of two sides from hello to done: what every mode with a peer that is timed has in common. */
#ifndef SWITCHLAB_SESSION_H
#define SWITCHLAB_SESSION_H

#include "batch.h"
#include "option.h"
#include "options.h"
#include "random.h"

/* The options of such a mode; it may have more. */
enum {
    SESSION_NEEDS = OPTION_ARRAY_BYTES | OPTION_STRIDE_BYTES | OPTION_SEED,
    SESSION_TAKES = OPTION_PAGE_BYTES | OPTION_CPU | OPTION_PEER_CPU | OPTION_STACK_BYTES |
                    OPTION_FIFO | OPTION_HANDSHAKE
};

struct session {
    const struct options *options;
    struct bench bench;
    uint64_t rounds; /* of a batch, as asked for or derived; 0 if neither */
    struct random random;
    void (*work)(struct session *session);
};

/* Starts the peer, warms both sides up and lets work measure, which says the batches and done. With
   --handshake it begins at "go" if its rounds are known, and at once if they come with commands.
   Returns early if stdin ends while it waits there. */
void session_run(const struct options *options, void (*work)(struct session *session));

#endif
