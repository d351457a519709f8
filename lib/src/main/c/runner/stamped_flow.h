/* The flow with a stamp before and after every walk and after every answer, on both sides.

       alone   either side: walk, send to itself, receive
       pair    parent: walk, send to the peer, receive its answer     peer: receive, walk, send

   One loop serves alone and the parent's half of pair, so that both run the same instructions at the
   same addresses. Between two stamps stands one walk, or one send and one receive, and nothing else:
   no call through a pointer, no branch but that of the kind of stamp.

   What the stamps cost. Each part that is told apart begins after one stamp and ends with the next, so
   that it holds the price of one: message, leg and walk alike, and differences of them hold none.
   Their stores go to a ring of the side's own. A walk's two are made behind its second stamp, in front
   of the message, in every flow alike: they cancel too; the answer's is made behind the answer, outside
   everything. What does not cancel is that the ring takes 24 bytes a round and side in the caches and
   one more translation: three eighths of a cache line that is never read while anything is timed, and
   in a pair round a page more that the peer must have translated after a switch that flushed the TLB. */
#ifndef SWITCHLAB_STAMPED_FLOW_H
#define SWITCHLAB_STAMPED_FLOW_H

#include <stdint.h>

#include "subject.h"

/* Of one round and side, in ticks. */
struct round_stamps {
    uint64_t begun;    /* before the walk */
    uint64_t walked;   /* behind it */
    uint64_t answered; /* the answer is there; the peer of a pair has none */
};

/* A ring is a power of two of these; who goes beyond begins again. */
enum { RING_ROUNDS = 4096 };

struct stamped_flow {
    /* Run by either side with its own array and ring; at most RING_ROUNDS. */
    void (*alone)(const struct array *array, struct round_stamps *ring, uint64_t rounds);

    /* Run by the parent. Ends the process if the peer is lost. */
    void (*pair)(const struct array *array, struct round_stamps *ring, uint64_t rounds);

    /* The peer's loop until MESSAGE_QUIT. What is no walk it obeys, and the next walk is the first of
       the ring again. */
    void (*serve)(const struct array *array, struct round_stamps *ring,
                  void (*obey)(enum message message));
};

#endif
