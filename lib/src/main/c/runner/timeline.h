/* Who ran when: the paper's Fig. 1, from time stamps of both processes. */
#ifndef SWITCHLAB_TIMELINE_H
#define SWITCHLAB_TIMELINE_H

#include "batch.h"

/* Runs one single and one pair batch of the traced subject; says each batch, then its events. */
void timeline_run(const struct bench *bench, uint64_t rounds);

#endif
