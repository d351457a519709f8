/* The message flow over descriptors that block: write a message, read a message.

   The paper's flow ("Deep Dive Into the Cost of Context Switch"), cost of one switch
   (t_pair / 2 - t_single) / rounds:

       single   parent: write own, read own, walk
       pair     parent: walk, write to the peer, read its answer     peer: read, walk, write

   so that a pair round is two single rounds and two switches. In all three loops the inner work is
   one call of write, of read and of array_walk; nothing else may be called there.

   Each subject that uses it opens its own kind of descriptor. */
#ifndef SWITCHLAB_CHANNEL_H
#define SWITCHLAB_CHANNEL_H

#include <sys/types.h>

#include "../runner/subject.h"

struct channel {
    int own_out, own_in;
    int parent_out, parent_in;
    int peer_out, peer_in;
    size_t message_bytes; /* 1 to 8 */
};

extern struct channel channel;

/* The one signal with a handler ends the process: neither read nor write returns EINTR. */
static inline bool passed(ssize_t bytes, size_t message_bytes)
{
    return __builtin_expect(bytes == (ssize_t)message_bytes, true);
}

void channel_single(const struct array *array, uint64_t rounds);
void channel_pair(const struct array *array, uint64_t rounds);
void channel_exchange(enum message message);
void channel_serve(const struct array *array, void (*report)(void));

/* The same loops, stamped. */
extern const struct stamped_flow channel_stamped;

/* Close what the other side alone uses; own_out and own_in serve either, in turn: nobody waits for
   their end. For kinds whose end is seen when the last holder is gone. */
void channel_become_parent(void);
void channel_become_peer(void);

#endif
