#include "trimmed.h"

double mean(const double *values, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += values[i];
    return sum / (double)count;
}

static void swap(double *a, double *b)
{
    double kept = *a;
    *a = *b;
    *b = kept;
}

/* Hoare's partition of values[first..last] by the one in the middle: answers where the upper part
   begins; both have at least one value. */
static size_t partition(double *values, size_t first, size_t last)
{
    double pivot = values[first + (last - first) / 2];
    size_t low = first, high = last;
    for (;; low++, high--) {
        while (values[low] < pivot)
            low++;
        while (values[high] > pivot)
            high--;
        if (low >= high)
            return high + 1;
        swap(&values[low], &values[high]);
    }
}

/* Hoare's quickselect ("Algorithm 65: find", 1961): the `wanted` smallest come first, in any order.
   Sorting would answer the same and keep the machine from measuring ten times as long. */
static void put_smallest_first(double *values, size_t count, size_t wanted)
{
    size_t first = 0, last = count - 1;
    while (first < last) {
        size_t upper = partition(values, first, last);
        if (wanted <= upper)
            last = upper - 1;
        if (wanted >= upper)
            first = upper;
    }
}

static double smallest(const double *values, size_t count)
{
    double least = values[0];
    for (size_t i = 1; i < count; i++)
        least = values[i] < least ? values[i] : least;
    return least;
}

double trimmed_mean(double *values, size_t count)
{
    const size_t kept_percent = count * (100 - TRIMMED_PERCENT);
    const size_t whole = kept_percent / 100;
    const double part = (double)(kept_percent % 100) / 100;
    put_smallest_first(values, count, whole);
    double sum = whole == 0 ? 0 : mean(values, whole) * (double)whole;
    if (part > 0)
        sum += part * smallest(values + whole, count - whole);
    return sum / ((double)whole + part);
}
