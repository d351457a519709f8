/* Which elements a walk touches, in which order: the paper's Fig. 2. */
#ifndef SWITCHLAB_ACCESS_PATTERN_H
#define SWITCHLAB_ACCESS_PATTERN_H

#include "options.h"

/* Says a line about every touch of one walk; touches nothing itself. */
void access_pattern_run(const struct options *options);

#endif
