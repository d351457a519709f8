/* The parent of a stamped session: what stamps.h's peer answers to. */
#ifndef SWITCHLAB_STAMPED_H
#define SWITCHLAB_STAMPED_H

#include "session.h"

/* Maps the stamps, before there is a peer. */
void stamped_open(void);

/* Warms both sides up by stamped rounds, derives those of a block and says ready. */
void stamped_get_ready(struct session *session);

/* Measures the slots, each on arrays of its own, and says them. */
void stamped_measure(struct session *session);

#endif
