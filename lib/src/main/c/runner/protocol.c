#include "protocol.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "failure.h"

void say(const char *format, ...)
{
    va_list values;
    va_start(values, format);
    vprintf(format, values);
    va_end(values);
    putchar('\n');
    if (fflush(stdout) == EOF)
        fail("keep the reader of the results alive to the end, or give the disk room",
             "write(stdout)");
}

void say_batch(uint64_t couple, int position, const struct batch *batch)
{
    say("batch couple=%" PRIu64 " position=%d variant=%s rounds=%" PRIu64 " durationNs=%" PRIu64
        " referenceBeforeNs=%" PRIu64 " referenceAfterNs=%" PRIu64 " switchesExpected=%" PRIu64
        " voluntarySwitches=%" PRId64 " involuntarySwitches=%" PRId64 " migrated=%d",
        couple, position, batch->variant == VARIANT_PAIR ? "pair" : "single", batch->rounds,
        batch->duration_ns, batch->reference_before_ns, batch->reference_after_ns,
        batch->switches_expected, batch->switches.voluntary, batch->switches.involuntary,
        batch->migrated);
}

bool hear(char line[LINE_BYTES])
{
    if (fgets(line, LINE_BYTES, stdin) == NULL) {
        if (ferror(stdin))
            fail("give it a readable stdin, for instance < /dev/null", "read(stdin)");
        return false;
    }
    size_t length = strcspn(line, "\n");
    if (line[length] == '\0' && length == LINE_BYTES - 1)
        for (int c = getchar(); c != '\n' && c != EOF; c = getchar())
            ; /* the rest of a line that is too long to mean anything */
    line[length] = '\0';
    return true;
}

bool await(const char *expected)
{
    char line[LINE_BYTES];
    if (!hear(line))
        return false;
    if (strcmp(line, expected) != 0)
        reject("got the line '%s' on stdin; it must be '%s' here: see --help", line, expected);
    return true;
}
