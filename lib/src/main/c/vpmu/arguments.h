/* The plugin's arguments, key=value, read strictly. */
#ifndef SWITCHLAB_VPMU_ARGUMENTS_H
#define SWITCHLAB_VPMU_ARGUMENTS_H

#include "core.h"
#include "predictor.h"

struct arguments {
    const char *out;     /* result lines are appended here */
    bool user_only;      /* model=user: kernel accesses leave the caches alone */
    bool has_marks;      /* if not, all is counted, from the start to the end */
    uint64_t marks;      /* user address of the mark page */
    struct core_shape core;
    bool has_predictor; /* branches are told apart, guessed and counted */
    struct predictor_shape predictor;
};

/* False after a line on stderr that names the value, the range and the fix. */
bool arguments_read(struct arguments *arguments, int count, char **texts);

#endif
