/* What the runner's processes write to stderr when they give up, for the host. */
#ifndef SWITCHLAB_COMPLAINTS_H
#define SWITCHLAB_COMPLAINTS_H

#include <stddef.h>

/* Makes this process's standard descriptors, which its children inherit: nothing to read, and a file
   for what is written. */
void complaints_collect(void);

/* The last complaint, or what stands for none. */
void complaints_last(char *text, size_t bytes);

#endif
