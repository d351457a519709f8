/* What the process is given, and what it is shut off from, before anything is measured. */
#ifndef SWITCHLAB_ISOLATION_H
#define SWITCHLAB_ISOLATION_H

#include <stdint.h>

#include "options.h"

/* Closes inherited descriptors, settles signals, and takes --cpu and --fifo. The peer inherits it
   all. */
void isolate(const struct options *options);

/* Pins the calling thread, as that option asked. */
void pin(const char *option, uint64_t cpu);

#endif
