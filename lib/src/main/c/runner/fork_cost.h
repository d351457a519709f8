/* What starting a child costs a process that has touched much memory. */
#ifndef SWITCHLAB_FORK_COST_H
#define SWITCHLAB_FORK_COST_H

#include "options.h"

/* Forks and vforks in turn, count times each, and says a line about every child. */
void fork_cost_run(const struct options *options);

#endif
