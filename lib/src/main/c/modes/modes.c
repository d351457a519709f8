/* The table of modes: a new one is declared and listed here, nowhere else. */
#include <stddef.h>
#include <string.h>

#include "../runner/mode.h"

extern const struct mode measure, stamped, drive, timeline, access_pattern, reference, fork_cost,
    count_syscalls;

const struct mode *const modes[] = {
    &measure,   &stamped,   &drive,          &timeline, &access_pattern,
    &reference, &fork_cost, &count_syscalls, NULL,
};

const struct mode *mode_named(const char *name)
{
    for (const struct mode *const *mode = modes; *mode != NULL; mode++)
        if ((*mode)->name != NULL && strcmp((*mode)->name, name) == 0)
            return *mode;
    return NULL;
}
