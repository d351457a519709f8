/* The table of subjects: a new one is declared and listed here, nowhere else. */
#include <stddef.h>
#include <string.h>

#include "../runner/subject.h"

extern const struct subject pipe_pair;
extern const struct subject pipe_pair_shared_array;

const struct subject *const subjects[] = {&pipe_pair, &pipe_pair_shared_array, &pipe_pair_traced,
                                          NULL};

const struct subject *subject_named(const char *name)
{
    for (const struct subject *const *subject = subjects; *subject != NULL; subject++)
        if (strcmp((*subject)->name, name) == 0)
            return *subject;
    return NULL;
}
