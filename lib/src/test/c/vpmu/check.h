/* The little that the model's unit tests share. Each prints "cases=N failures=M" at its end. */
#ifndef SWITCHLAB_TEST_CHECK_H
#define SWITCHLAB_TEST_CHECK_H

#include <stdbool.h>
#include <stdio.h>

static int check_cases, check_failures;

#define CHECK(condition) check_that(condition, #condition, __FILE__, __LINE__)

static inline void check_that(bool holds, const char *condition, const char *file, int line)
{
    check_cases++;
    if (holds)
        return;
    check_failures++;
    printf("%s:%d: not %s\n", file, line, condition);
}

static inline int check_summary(void)
{
    printf("cases=%d failures=%d\n", check_cases, check_failures);
    return check_failures > 0;
}

#endif
