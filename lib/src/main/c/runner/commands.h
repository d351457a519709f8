/* The driven session: batches on command. */
#ifndef SWITCHLAB_COMMANDS_H
#define SWITCHLAB_COMMANDS_H

#include "batch.h"

/* Obeys the lines of stdin until quit or its end, then says done. */
void commands_run(const struct bench *bench);

#endif
