#include "commands.h"

#include <inttypes.h>
#include <string.h>

#include "number.h"
#include "options.h"
#include "protocol.h"

/* The number behind "word ", or 0 where the line is another command or the number is bad. */
static uint64_t rounds_after(const char *line, const char *word)
{
    size_t length = strlen(word);
    uint64_t rounds;
    if (strncmp(line, word, length) != 0 || line[length] != ' ')
        return 0;
    return number_read(line + length + 1, &rounds) && rounds <= MOST_ROUNDS ? rounds : 0;
}

static bool run_command(const struct bench *bench, const char *line, uint64_t number)
{
    enum variant variant = VARIANT_PAIR;
    uint64_t rounds = rounds_after(line, "roundtrips");
    if (rounds == 0) {
        variant = VARIANT_SINGLE;
        rounds = rounds_after(line, "singles");
    }
    if (rounds == 0) {
        say("error message=got '%s'; it must be 'roundtrips N', 'singles N' (N from 1 to %d) or "
            "'quit'",
            line, MOST_ROUNDS);
        return false;
    }
    struct batch batch = batch_run(bench, variant, rounds);
    say_batch(number, 0, &batch);
    return true;
}

void commands_run(const struct bench *bench)
{
    char line[LINE_BYTES];
    uint64_t done = 0;
    while (hear(line) && strcmp(line, "quit") != 0)
        if (strcmp(line, "go") != 0) /* a controller's handshake: here each command starts itself */
            done += run_command(bench, line, done);
    say("done couples=%" PRIu64, done);
}
