/* One run of two processes from hello to done. */
#ifndef SWITCHLAB_SESSION_H
#define SWITCHLAB_SESSION_H

#include "options.h"

/* Runs MODE_MEASURE or MODE_DRIVE to its end; returns early if stdin ends while it waits there. */
void session_run(const struct options *options);

#endif
