/* Where an array stands in physical memory, drawn again and again within one process.

   Which frames an array gets decides which of its lines meet in a cache; one process that keeps its
   array measures one draw. A fresh mapping behind a random number of touched pages gets other frames,
   as long as those it had are not given back at once: they are held up to a bound. */
#ifndef SWITCHLAB_REDRAW_H
#define SWITCHLAB_REDRAW_H

#include <stdint.h>

#include "options.h"
#include "random.h"

enum { MOST_HELD = 1024 };

/* One side's; all zero but for its random numbers to begin with. */
struct redraw {
    struct random random;
    struct {
        struct array array;
        uint64_t page_bytes;
    } held[MOST_HELD];
    int count;
    uint64_t bytes; /* of those */
};

/* Gives the array asked for a fresh mapping, touched and all zero. An empty one stays as it is. */
void array_redraw(struct array *array, struct redraw *redraw, const struct options *options);

#endif
