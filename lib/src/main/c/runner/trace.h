/* Time stamps of both processes, in memory that they share: no I/O while anything is traced. */
#ifndef SWITCHLAB_TRACE_H
#define SWITCHLAB_TRACE_H

#include <stddef.h>
#include <stdint.h>

/* What the trace of each process holds. */
enum { MOST_TRACED_ROUNDS = 1000 };

enum trace_process { TRACE_PARENT, TRACE_PEER };

/* What the process had just done. */
enum stamp_kind { STAMP_BEGUN, STAMP_WALKED, STAMP_WRITTEN, STAMP_READ };

struct stamp {
    uint64_t time_ns;
    enum stamp_kind kind;
};

/* Maps both rings; before the fork. */
void trace_open(void);

/* From now on the calling process stamps into this ring. */
void trace_choose(enum trace_process process);

/* The calling process has just done that. */
void trace_stamp(enum stamp_kind kind);

/* The stamp of `process` that stands `back` places before its next one: 1 is its last. */
struct stamp trace_last(enum trace_process process, size_t back);

#endif
