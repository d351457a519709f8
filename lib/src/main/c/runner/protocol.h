/* The line protocol; lib/docs/runner-protocol.md describes it. */
#ifndef SWITCHLAB_PROTOCOL_H
#define SWITCHLAB_PROTOCOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "batch.h"

enum { PROTOCOL_VERSION = 1, LINE_BYTES = 256 };

/* Writes one formatted line to stdout at once; ends the process if nobody can read it. */
__attribute__((format(printf, 1, 2))) void say(const char *format, ...);

void say_batch(uint64_t couple, int position, const struct batch *batch);

/* Reads one line of stdin without its end, cut to LINE_BYTES - 1; false at the end of the input. */
bool hear(char line[LINE_BYTES]);

/* Waits for exactly that line. False if the input ended: the controller is gone, nothing is wrong
   with us. Another line ends the process with EXIT_WRONG_USAGE. */
bool await(const char *expected);

#endif
