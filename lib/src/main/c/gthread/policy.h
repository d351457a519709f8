/* What one build of the library does at a switch and another does not. */
#ifndef SWITCHLAB_POLICY_H
#define SWITCHLAB_POLICY_H

#include <stdbool.h>

#include "context.h"

struct policy {
    bool masks;     /* holds preemption around each switch: two system calls */
    bool allocates; /* takes the node of the run queue from malloc, gives it back to free */
    struct switcher switcher;
};

#endif
