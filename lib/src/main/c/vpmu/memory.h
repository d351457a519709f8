/* Memory, or the end: inside an emulator there is nothing to be done without it. */
#ifndef SWITCHLAB_VPMU_MEMORY_H
#define SWITCHLAB_VPMU_MEMORY_H

#include <stddef.h>

/* Zeroed; never null. Says what is missing on stderr and ends the process otherwise. */
void *memory_new(size_t count, size_t bytes);

#endif
