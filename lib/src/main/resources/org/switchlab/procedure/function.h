/* What the C function of an experiment can use; its factors are declared beside this, by the names of their columns. */
#ifndef SWITCHLAB_FUNCTION_H
#define SWITCHLAB_FUNCTION_H

#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* One of these two is yours. */
double measure(void) __attribute__((weak));          /* answers the first measure, once a repetition */
void repeat(long repetitions) __attribute__((weak)); /* does the work so often; it is timed around the call */

/* Yours if you like: done once before anything is measured. */
void prepare(void) __attribute__((weak));

/* Reports a further measure of this repetition, by the name of its column. */
void observe(const char *measure, double value);

/* Time of CLOCK_MONOTONIC, in ns. */
static inline int64_t nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* Keeps the compiler from dropping work whose result nobody reads. */
#define keep(value) __asm__ volatile("" : : "g"(value) : "memory")

/* Ends the visit with a reason, which is shown. */
_Noreturn void give_up(const char *reason);

#endif
