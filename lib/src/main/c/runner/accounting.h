/* The switches of both sides while something runs, and whether a side moved to another CPU.

       struct accounting accounting = accounting_open(bench);     asks the peer for its counts
       …                                                          what is not counted
       accounting_start(&accounting);
       …                                                          what is counted
       accounting_stop(&accounting);
       struct account account = accounting_close(&accounting, …); asks the peer again */
#ifndef SWITCHLAB_ACCOUNTING_H
#define SWITCHLAB_ACCOUNTING_H

#include <stdbool.h>
#include <stdint.h>

#include "bench.h"
#include "peer.h"

struct accounting {
    const struct bench *bench;
    struct switches peer_before;
    struct switches before, after; /* the parent's */
};

struct account {
    struct switches switches; /* of both sides */
    bool migrated;            /* a side is on another CPU than when ready */
};

/* Asks the peer for its counts: one message and its answer. */
struct accounting accounting_open(const struct bench *bench);

/* The parent's counts, directly before and after what is counted. */
void accounting_start(struct accounting *accounting);
void accounting_stop(struct accounting *accounting);

/* Asks the peer again. It blocked `handshakes` times between its two answers for other reasons than
   what is counted; that is taken off. */
struct account accounting_close(const struct accounting *accounting, int64_t handshakes);

#endif
