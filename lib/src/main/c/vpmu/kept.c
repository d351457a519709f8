#include "kept.h"

#include "memory.h"

enum { FETCHES_A_CHUNK = 4096 };
struct chunk {
    struct chunk *next;
    size_t used;
    struct fetch fetches[FETCHES_A_CHUNK];
};
static struct chunk *first_chunk, *chunk;

struct fetch *kept_add(struct fetch fetch)
{
    if (chunk == NULL || chunk->used == FETCHES_A_CHUNK) {
        struct chunk *next = chunk == NULL ? first_chunk : chunk->next;
        if (next == NULL)
            next = memory_new(1, sizeof *next);
        if (chunk == NULL)
            first_chunk = next;
        else
            chunk->next = next;
        next->used = 0;
        chunk = next;
    }
    struct fetch *kept = &chunk->fetches[chunk->used++];
    *kept = fetch;
    return kept;
}

/* The chunks are filled again from the first on. */
void kept_release(void)
{
    chunk = NULL;
}
