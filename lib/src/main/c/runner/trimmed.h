/* Means of many times. */
#ifndef SWITCHLAB_TRIMMED_H
#define SWITCHLAB_TRIMMED_H

#include <stddef.h>

/* Of 100 values so many are left out, the largest: rounds that something came between. */
enum { TRIMMED_PERCENT = 15 };

double mean(const double *values, size_t count);

/* The mean of the count - count * TRIMMED_PERCENT / 100 smallest; puts these first. At least one
   value. */
double trimmed_mean(double *values, size_t count);

#endif
