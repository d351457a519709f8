/* Sockets: a byte each way through a pair of stream sockets each way.

   One pair carries both ways, but not with switches that can be counted on: when a byte is read, the
   kernel tells its sender that there is room again, and the sender, asleep for the answer on the same
   socket, wakes for nothing. */
#include <sys/socket.h>

#include "../runner/failure.h"
#include "channel.h"

static void open_pair(int *first, int *second)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == -1)
        fail("raise the limit of open descriptors (ulimit -n)", "socketpair(AF_UNIX, SOCK_STREAM)");
    *first = ends[0];
    *second = ends[1];
}

static void open_sockets(void)
{
    channel.message_bytes = 1;
    open_pair(&channel.own_out, &channel.own_in);
    open_pair(&channel.parent_out, &channel.peer_in);
    open_pair(&channel.peer_out, &channel.parent_in);
}

const struct subject socketpair_process = {
    .name = "socketpair-process",
    .summary = "two processes, one byte to and fro through two pairs of sockets",
    .scope = SCOPE_PROCESS,
    .open = open_sockets,
    .become_parent = channel_become_parent,
    .become_peer = channel_become_peer,
    .single = channel_single,
    .pair = channel_pair,
    .exchange = channel_exchange,
    .serve = channel_serve,
    .stamped = &channel_stamped,
};

const struct subject socketpair_thread = {
    .name = "socketpair-thread",
    .summary = "two threads, one byte to and fro through two pairs of sockets",
    .scope = SCOPE_THREAD,
    .open = open_sockets,
    .single = channel_single,
    .pair = channel_pair,
    .exchange = channel_exchange,
    .serve = channel_serve,
    .stamped = &channel_stamped,
};
