/* What the process is given, and what it is shut off from, before anything is measured. */
#ifndef SWITCHLAB_ISOLATION_H
#define SWITCHLAB_ISOLATION_H

#include "options.h"

/* Closes inherited descriptors, settles signals, and takes --cpu and --fifo. The peer inherits it
   all. */
void isolate(const struct options *options);

#endif
