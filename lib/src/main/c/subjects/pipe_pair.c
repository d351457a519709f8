/* Pipes: the paper's own. A byte each way through a pipe each way. */
#include <fcntl.h>
#include <unistd.h>

#include "pipe_pair.h"

#include "../runner/failure.h"
#include "channel.h"

int own[2], to_peer[2], to_parent[2];

static void open_pipe(int ends[2])
{
    if (pipe2(ends, O_CLOEXEC) == -1)
        fail("raise the limit of open descriptors (ulimit -n)", "pipe2(O_CLOEXEC)");
}

static void open_pipes(void)
{
    open_pipe(own);
    open_pipe(to_peer);
    open_pipe(to_parent);
    channel = (struct channel){.own_out = own[WRITE_END],
                               .own_in = own[READ_END],
                               .parent_out = to_peer[WRITE_END],
                               .parent_in = to_parent[READ_END],
                               .peer_out = to_parent[WRITE_END],
                               .peer_in = to_peer[READ_END],
                               .message_bytes = 1};
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
};

/* One array for both: each finds in the caches what the other has just walked, so that the indirect
   cost is lost. The way some published programs measure, kept to show what that does. */
const struct subject pipe_pair_shared_array = {
    .name = "pipe-pair-shared-array",
    .summary = "the same, both walking one array: wrong, to show how much",
    .shares_array = true,
    .open = open_pipes,
    .become_parent = channel_become_parent,
    .become_peer = channel_become_peer,
    .single = channel_single,
    .pair = channel_pair,
    .exchange = channel_exchange,
    .serve = channel_serve,
};
