#include "direction.h"

static const struct direction_model *const models[] = {
    [DIRECTION_BIMODAL] = &direction_bimodal,
    [DIRECTION_TAGE] = &direction_tage,
    [DIRECTION_CALLGRIND] = &direction_callgrind,
};

void direction_init(struct direction *direction, const struct direction_shape *shape)
{
    direction->model = models[shape->kind];
    direction->state = direction->model->create(shape);
}

void direction_free(struct direction *direction)
{
    direction->model->destroy(direction->state);
}
