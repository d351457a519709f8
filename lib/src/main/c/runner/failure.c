#include "failure.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { COMPLAINT_BYTES = 1024 };

/* One write for the whole line, so that the peer's and the parent's lines cannot mix. _exit instead
   of exit: the peer must not flush what it inherited of the parent's stdout, and the parent's
   protocol lines were flushed when they were written. */
static _Noreturn void end(enum exit_status status, char *line, size_t length)
{
    if (length > COMPLAINT_BYTES - 1)
        length = COMPLAINT_BYTES - 1;
    line[length++] = '\n';
    ssize_t ignored = write(STDERR_FILENO, line, length); /* nobody is left to be told */
    (void)ignored;
    _exit(status);
}

static size_t append(char *line, size_t length, const char *format, va_list values)
{
    if (length >= COMPLAINT_BYTES)
        return length;
    return length + (size_t)vsnprintf(line + length, COMPLAINT_BYTES - length, format, values);
}

static _Noreturn void end_with_message(enum exit_status status, const char *message, va_list values)
{
    char line[COMPLAINT_BYTES];
    size_t length = (size_t)snprintf(line, sizeof line, "switchlab-runner: ");
    end(status, line, append(line, length, message, values));
}

static size_t append_cause(char *line, size_t length, int error, const char *repair)
{
    if (length >= COMPLAINT_BYTES)
        return length;
    return length + (size_t)snprintf(line + length, COMPLAINT_BYTES - length,
                                     " failed: %s (errno %d); %s", strerror(error), error, repair);
}

void fail(const char *repair, const char *call, ...)
{
    int error = errno;
    char line[COMPLAINT_BYTES];
    size_t length = (size_t)snprintf(line, sizeof line, "switchlab-runner: ");
    va_list values;
    va_start(values, call);
    length = append(line, length, call, values);
    va_end(values);
    end(EXIT_FAILED, line, append_cause(line, length, error, repair));
}

void give_up(const char *message, ...)
{
    va_list values;
    va_start(values, message);
    end_with_message(EXIT_FAILED, message, values);
}

void end_without_huge_pages(void)
{
    char line[COMPLAINT_BYTES];
    int length = snprintf(line, sizeof line,
                          "switchlab-runner: this kernel has no transparent huge pages: ask for pages"
                          " that it has, or take a kernel built with CONFIG_TRANSPARENT_HUGEPAGE");
    end(EXIT_NO_HUGE_PAGES, line, (size_t)length);
}

void reject(const char *message, ...)
{
    va_list values;
    va_start(values, message);
    end_with_message(EXIT_WRONG_USAGE, message, values);
}
