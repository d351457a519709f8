/* What a switch makes the program do: system calls and instructions in user mode, counted. */
#ifndef SWITCHLAB_COUNT_SYSCALLS_H
#define SWITCHLAB_COUNT_SYSCALLS_H

#include "options.h"

/* Traces the subject through the rounds of both variants and says a line about each. */
void count_syscalls_run(const struct options *options);

#endif
