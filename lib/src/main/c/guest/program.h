/* A static program from the host, counted from its first instruction to its end. */
#ifndef SWITCHLAB_PROGRAM_H
#define SWITCHLAB_PROGRAM_H

#include <stdint.h>

/* Runs it and tells the host how it ended and what it wrote. */
void program_run(uintptr_t marks);

#endif
