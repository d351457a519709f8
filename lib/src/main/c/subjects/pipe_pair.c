/* pipe-pair: two processes pass one byte to and fro through two pipes.

   The paper's flow ("Deep Dive Into the Cost of Context Switch"), cost of one switch
   (t_pair / 2 - t_single) / rounds:

       single   parent: write own, read own, walk
       pair     parent: walk, write to_peer, read to_parent     peer: read, walk, write

   so that a pair round is two single rounds and two switches. In all three loops the inner work is
   one call of write, of read and of array_walk; nothing else may be called there. */
#include <fcntl.h>
#include <unistd.h>

#include "pipe_pair.h"

#include "../runner/failure.h"
#include "../runner/peer.h"
#include "../runner/subject.h"

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
}

static void become_parent(void)
{
    close(to_peer[READ_END]);
    close(to_parent[WRITE_END]);
}

static void become_peer(void)
{
    close(own[READ_END]);
    close(own[WRITE_END]);
    close(to_peer[WRITE_END]);
    close(to_parent[READ_END]);
}

static void single(const struct array *array, uint64_t rounds)
{
    const int out = own[WRITE_END], in = own[READ_END];
    char byte = MESSAGE_WALK;
    for (uint64_t round = 0; round < rounds; round++) {
        if (!passed(write(out, &byte, 1)) || !passed(read(in, &byte, 1)))
            fail("this should not happen: please report it", "write or read(own pipe)");
        array_walk(array);
    }
}

static void pair(const struct array *array, uint64_t rounds)
{
    const int out = to_peer[WRITE_END], in = to_parent[READ_END];
    char byte = MESSAGE_WALK;
    for (uint64_t round = 0; round < rounds; round++) {
        array_walk(array);
        if (!passed(write(out, &byte, 1)) || !passed(read(in, &byte, 1)))
            peer_lost();
    }
}

static void serve(const struct array *array, void (*report)(void))
{
    const int in = to_peer[READ_END], out = to_parent[WRITE_END];
    char byte;
    while (passed(read(in, &byte, 1))) {
        if (byte == MESSAGE_WALK)
            array_walk(array);
        else if (byte == MESSAGE_REPORT)
            report();
        if (!passed(write(out, &byte, 1)) || byte == MESSAGE_QUIT)
            return;
    }
}

static void exchange(enum message message)
{
    char byte = (char)message;
    if (!passed(write(to_peer[WRITE_END], &byte, 1)) ||
        !passed(read(to_parent[READ_END], &byte, 1)))
        peer_lost();
}

const struct subject pipe_pair = {
    .name = "pipe-pair",
    .summary = "two processes pass one byte to and fro through two pipes",
    .open = open_pipes,
    .become_parent = become_parent,
    .become_peer = become_peer,
    .single = single,
    .pair = pair,
    .exchange = exchange,
    .serve = serve,
};

/* One array for both: each finds in the caches what the other has just walked, so that the indirect
   cost is lost. The way some published programs measure, kept to show what that does. */
const struct subject pipe_pair_shared_array = {
    .name = "pipe-pair-shared-array",
    .summary = "the same, both walking one array: wrong, to show how much",
    .shares_array = true,
    .open = open_pipes,
    .become_parent = become_parent,
    .become_peer = become_peer,
    .single = single,
    .pair = pair,
    .exchange = exchange,
    .serve = serve,
};
