/* What translated code refers to, kept until all of it is thrown away. */
#ifndef SWITCHLAB_VPMU_KEPT_H
#define SWITCHLAB_VPMU_KEPT_H

#include "access.h"

/* A copy that stays where it is until kept_release. */
struct fetch *kept_add(struct fetch fetch);

/* Nothing refers to any of them any more. */
void kept_release(void);

#endif
