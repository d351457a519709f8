/* The three predictors of a core, and what each branch is to them. */
#ifndef SWITCHLAB_VPMU_PREDICTOR_H
#define SWITCHLAB_VPMU_PREDICTOR_H

#include "branch.h"
#include "direction.h"
#include "return_stack.h"
#include "targets.h"

struct predictor_shape {
    struct direction_shape direction;
    struct targets_shape targets;
    uint32_t return_depth; /* a power of two */
};

struct predictor {
    struct predictor_shape shape;
    struct direction direction;
    struct targets targets;
    struct return_stack returns;
};

/* Branches that were done, and those of them that were guessed wrong. */
struct branch_counts {
    uint64_t branches; /* of all kinds */
    uint64_t conditional, conditional_misses;
    uint64_t indirect, indirect_misses; /* jumps and calls */
    uint64_t returns, return_misses;
};

void predictor_init(struct predictor *predictor, const struct predictor_shape *shape);
void predictor_free(struct predictor *predictor);

/* Forgets what was learnt. */
void predictor_clear(struct predictor *predictor);

/* The branch went to `target`: guesses that, learns it, and counts both. */
void predictor_branch(struct predictor *predictor, const struct branch *branch, uint64_t target,
                      struct branch_counts *counts);

#endif
