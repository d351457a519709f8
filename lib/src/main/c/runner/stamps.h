/* The memory both sides stamp into: a ring each, and what the parent asks of the peer. */
#ifndef SWITCHLAB_STAMPS_H
#define SWITCHLAB_STAMPS_H

#include "options.h"
#include "stamped_flow.h"

struct stamps {
    uint64_t rounds; /* that the peer is to run alone */
    _Alignas(64) struct round_stamps parent[RING_ROUNDS];
    _Alignas(64) struct round_stamps peer[RING_ROUNDS];
};

/* Maps it, before there is a peer. Read by one side only while the other rests: the messages that let
   it rest order the accesses. */
struct stamps *stamps_map(void);

/* Writes a ring, so that no round pays for a page that is touched first. Each side does its own: the
   other's translations are not its own. */
void ring_touch(struct round_stamps ring[RING_ROUNDS]);

/* The peer of a stamped session: how it serves, peer_start wants that. */
void stamped_serve(const struct options *options, struct array *array);

#endif
