/* Whether options fit each other; each alone is within its range already. */
#ifndef SWITCHLAB_CHECKS_H
#define SWITCHLAB_CHECKS_H

#include "options.h"

/* What holds in every mode; an option that was not given passes. */
void check_options(const struct options *options);

/* For modes whose rounds are kept or counted one by one, and so are fewer than others may have. */
void check_rounds(const struct options *options, uint64_t most, const char *of);

#endif
