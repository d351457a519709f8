#include "memory.h"

#include <stdio.h>
#include <stdlib.h>

void *memory_new(size_t count, size_t bytes)
{
    void *memory = calloc(count, bytes);
    if (memory == NULL) {
        fprintf(stderr,
                "switchlab-vpmu: no memory for %zu times %zu bytes; model smaller caches or give "
                "this process more memory\n",
                count, bytes);
        exit(EXIT_FAILURE);
    }
    return memory;
}
