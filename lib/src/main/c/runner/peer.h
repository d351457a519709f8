/* The second side, the other end of every message: a process, a thread or a user-level thread, as the
   subject's scope says. */
#ifndef SWITCHLAB_PEER_H
#define SWITCHLAB_PEER_H

#include <stddef.h>
#include <stdint.h>

#include "options.h"
#include "switches.h"

/* What the peer says about itself. */
struct report {
    struct switches switches;
    int cpu;
    int64_t granted_bytes; /* of its array, asked.h */
};

/* How a peer answers until MESSAGE_QUIT, with its array. */
typedef void peer_service(const struct options *options, struct array *array);

/* Opens the subject and starts the peer, which maps its array and serves. */
void peer_start(const struct options *options, size_t stack_offset_bytes, peer_service *service);

/* The usual service: the subject's, and reports. */
peer_service peer_serve;

/* The peer's side of a report. */
void peer_publish_report(void);

/* Whoever gives the peer another array says so afterwards: reports tell what it stands on. */
void peer_array_mapped(void);

/* The id of the peer's kernel thread: of a process its pid; of a user-level peer it is the parent's. */
int peer_pid(void);

/* The array that the calling process walks, once the peer is started: its own, mapped and touched
   now, or the one that both share. */
struct array process_array(const struct options *options);

/* Asks the peer for its report: one message and its answer. The first call returns when the peer's
   array is mapped and touched. */
struct report peer_report(void);

/* Lets the peer return and waits for its end. */
void peer_stop(void);

/* Names why the peer is gone, or why a message failed if it is not, and ends the process with
   EXIT_FAILED. May be called by a signal handler. */
_Noreturn void peer_lost(void);

#endif
