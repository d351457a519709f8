/* Means of many times. */
#ifndef SWITCHLAB_TRIMMED_H
#define SWITCHLAB_TRIMMED_H

#include <stddef.h>

/* Of 100 values so many are left out, the largest: rounds that something came between. */
enum { TRIMMED_PERCENT = 15 };

double mean(const double *values, size_t count);

/* The mean of the rest. A value on the border counts in part: else few values would be trimmed by
   less than many, and of six none. Changes their order. At least one value. */
double trimmed_mean(double *values, size_t count);

#endif
