/* One phase of a plan, in processes of its own. */
#ifndef SWITCHLAB_PHASE_H
#define SWITCHLAB_PHASE_H

#include "plan.h"

/* Runs phase number of the plan and tells the host how often was switched. A phase that fails turns
   the machine off, after its message. */
void phase_run(const struct plan *plan, size_t number);

#endif
