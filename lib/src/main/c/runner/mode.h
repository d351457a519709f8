/* What the runner is asked to do: the first word of its command line.

   A mode lives in a file of its own under modes/ and stands in the table of modes.c. Dispatch, --help,
   refusals and the checks of options follow from what it says here. */
#ifndef SWITCHLAB_MODE_H
#define SWITCHLAB_MODE_H

#include "option.h"
#include "options.h"

struct mode {
    const char *name;       /* as on the command line; NULL: a subject's name stands there */
    const char *summary;    /* one line for --help */
    const char *output;     /* its own lines on stdout, for --help; NULL if it has none */
    const char *subject_to; /* what is done to the subject whose name follows; NULL: none follows */

    /* What it runs if the command line names no subject; NULL: the first. */
    const struct subject *subject;

    unsigned needs; /* the options it cannot do without */
    unsigned takes; /* those it can */

    /* Ends the process if options do not fit each other in this mode; NULL: they always do. */
    void (*check)(const struct options *options);

    /* All of it, from hello to done. */
    void (*run)(const struct options *options);
};

/* The mode of that name, or NULL. */
const struct mode *mode_named(const char *name);

/* All modes; NULL ends the table. The first runs the subject whose name stands where a mode's does. */
extern const struct mode *const modes[];

#endif
