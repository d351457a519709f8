/* The planned measurement: couples of one single and one pair batch. */
#ifndef SWITCHLAB_COUPLES_H
#define SWITCHLAB_COUPLES_H

#include "batch.h"
#include "random.h"

/* Measures the couples, one line a batch, then says done. */
void couples_run(const struct bench *bench, uint64_t couples, uint64_t rounds,
                 struct random *random);

#endif
