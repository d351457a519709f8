/* One run of two sides from hello to done: what every mode with a peer that is timed has in common. */
#ifndef SWITCHLAB_SESSION_H
#define SWITCHLAB_SESSION_H

#include "asked.h"
#include "batch.h"
#include "option.h"
#include "options.h"
#include "peer.h"
#include "random.h"

/* The options of such a mode; it may have more. */
enum {
    SESSION_NEEDS = OPTION_ARRAY_BYTES | OPTION_STRIDE_BYTES | OPTION_SEED,
    SESSION_TAKES = OPTION_PAGE_BYTES | OPTION_CPU | OPTION_PEER_CPU | OPTION_STACK_BYTES |
                    OPTION_FIFO | OPTION_HANDSHAKE
};

struct session;

/* What sets one session apart from another. */
struct session_kind {
    peer_service *serve;                        /* how the peer answers */
    void (*get_ready)(struct session *session); /* warms both sides up and says ready */
    void (*work)(struct session *session);      /* measures; says the results and done */
};

struct session {
    const struct options *options;
    const struct session_kind *kind;
    struct bench bench;
    uint64_t rounds; /* of a batch or block, as asked for or derived; 0 if neither */
    struct random random;
};

/* Starts the peer, lets the kind warm both sides up and then measure. With --handshake it begins at
   "go" if its rounds are known, and at once if they come with commands. Returns early if stdin ends
   while it waits there. */
void session_run(const struct options *options, const struct session_kind *kind);

/* The kind of those that time batches, but for its work. */
void session_get_ready_for_batches(struct session *session);

/* The field of a line that says how much of the arrays stands on the pages asked for, on the side that
   got less; the peer's report has its own. */
void session_format_granted_bytes(char text[GRANTED_FIELD_BYTES], const struct session *session,
                                  struct report peer);

#endif
