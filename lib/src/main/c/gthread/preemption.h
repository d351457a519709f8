/* Preemption by the virtual timer: SIGVTALRM after each quantum of CPU time of the process, and the
   two system calls that keep it out of the scheduler. */
#ifndef SWITCHLAB_PREEMPTION_H
#define SWITCHLAB_PREEMPTION_H

#include <stdint.h>

/* Between the two no quantum ends; a signal that comes meanwhile waits. */
void preemption_hold(void);
void preemption_release(void);

/* Calls yield() at the end of each quantum, from a signal handler, preemption held: what is preempted
   may be anything but a call of the library. quantum_us 0 ends it. */
void preemption_start(uint64_t quantum_us, void (*yield)(void));

#endif
