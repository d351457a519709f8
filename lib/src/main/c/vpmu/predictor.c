#include "predictor.h"

void predictor_init(struct predictor *predictor, const struct predictor_shape *shape)
{
    predictor->shape = *shape;
    direction_init(&predictor->direction, &shape->direction);
    targets_init(&predictor->targets, &shape->targets);
    return_stack_init(&predictor->returns, shape->return_depth);
}

void predictor_free(struct predictor *predictor)
{
    direction_free(&predictor->direction);
    targets_free(&predictor->targets);
    return_stack_free(&predictor->returns);
}

void predictor_clear(struct predictor *predictor)
{
    struct predictor_shape shape = predictor->shape;
    predictor_free(predictor);
    predictor_init(predictor, &shape);
}

void predictor_branch(struct predictor *predictor, const struct branch *branch, uint64_t target,
                      struct branch_counts *counts)
{
    uint64_t address = branch_address(branch);
    counts->branches++;
    switch (branch->kind) {
    case BRANCH_CONDITIONAL: {
        bool taken = target == branch_target(branch);
        counts->conditional++;
        counts->conditional_misses += direction_guess(&predictor->direction, address, taken) != taken;
        break;
    }
    case BRANCH_INDIRECT_JUMP:
    case BRANCH_INDIRECT_CALL:
        counts->indirect++;
        counts->indirect_misses += targets_guess(&predictor->targets, address, target) != target;
        break;
    case BRANCH_RETURN:
        counts->returns++;
        counts->return_misses += return_stack_guess(&predictor->returns) != target;
        break;
    default:
        break; /* a direct one's target stands in it */
    }
    if (branch_is_call(branch))
        return_stack_call(&predictor->returns, branch->next);
}
