/* Pipes: the paper's own. A byte each way through a pipe each way. */
#include <fcntl.h>
#include <unistd.h>

#include "../runner/failure.h"
#include "channel.h"

static void open_pipe(int *out, int *in)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) == -1)
        fail("raise the limit of open descriptors (ulimit -n)", "pipe2(O_CLOEXEC)");
    *in = ends[0];
    *out = ends[1];
}

static void open_pipes(void)
{
    channel.message_bytes = 1;
    open_pipe(&channel.own_out, &channel.own_in);
    open_pipe(&channel.parent_out, &channel.peer_in);
    open_pipe(&channel.peer_out, &channel.parent_in);
}

const struct subject pipe_pair = {
    .name = "pipe-pair",
    .rung = "pipe-process",
    .summary = "two processes pass one byte to and fro through two pipes",
    .scope = SCOPE_PROCESS,
    .open = open_pipes,
    .become_parent = channel_become_parent,
    .become_peer = channel_become_peer,
    .single = channel_single,
    .pair = channel_pair,
    .exchange = channel_exchange,
    .serve = channel_serve,
    .stamped = &channel_stamped,
};

const struct subject pipe_thread = {
    .name = "pipe-thread",
    .summary = "two threads pass one byte to and fro through two pipes",
    .scope = SCOPE_THREAD,
    .open = open_pipes,
    .single = channel_single,
    .pair = channel_pair,
    .exchange = channel_exchange,
    .serve = channel_serve,
    .stamped = &channel_stamped,
};

/* One array for both processes: each finds in the caches what the other has just walked, so that the
   indirect cost is lost. The way some published programs measure, kept to show what that does. */
const struct subject pipe_pair_shared_array = {
    .name = "pipe-pair-shared-array",
    .summary = "as pipe-pair, both walking one array: wrong, to show how much",
    .scope = SCOPE_PROCESS,
    .shares_array = true,
    .open = open_pipes,
    .become_parent = channel_become_parent,
    .become_peer = channel_become_peer,
    .single = channel_single,
    .pair = channel_pair,
    .exchange = channel_exchange,
    .serve = channel_serve,
};
