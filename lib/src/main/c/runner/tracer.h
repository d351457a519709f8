/* Counts what a traced process does, exactly: its system calls, or its instructions in user mode.

   The process and its peer run one at a time, as on one CPU without preemption: one goes on until it
   sleeps, or yields to one that can run. So the counts are the same every time and on every machine,
   although tracing makes everything slow; how long it takes says nothing. */
#ifndef SWITCHLAB_TRACER_H
#define SWITCHLAB_TRACER_H

#include <stdint.h>

enum counting { COUNT_NOTHING, COUNT_CALLS, COUNT_INSTRUCTIONS };

enum { CALL_NUMBERS = 512 }; /* no architecture of ours has more */

struct counts {
    uint64_t calls;
    uint64_t calls_by_number[CALL_NUMBERS];
    uint64_t instructions;
};

/* Called in the traced process: ends what the tracer runs to. */
void tracer_mark(void);

/* Lets the traced process (tracee.h) run to its next mark; adds to *counts what was asked for. */
void tracer_run(enum counting counting, struct counts *counts);

#endif
