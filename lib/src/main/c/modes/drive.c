/* The driven session: batches on command. */
#include <inttypes.h>
#include <string.h>

#include "../runner/mode.h"
#include "../runner/number.h"
#include "../runner/protocol.h"
#include "../runner/session.h"

struct command {
    bool counted;
    enum variant variant;
    uint64_t rounds;
};

/* What follows "word " in the line, or null if it begins otherwise. */
static const char *after(const char *line, const char *word)
{
    size_t length = strlen(word);
    return strncmp(line, word, length) == 0 && line[length] == ' ' ? line + length + 1 : NULL;
}

static bool read_command(const char *line, struct command *command)
{
    const char *rest = after(line, "counted");
    command->counted = rest != NULL;
    if (rest != NULL)
        line = rest;
    const char *number = after(line, "roundtrips");
    command->variant = number != NULL ? VARIANT_PAIR : VARIANT_SINGLE;
    if (number == NULL)
        number = after(line, "singles");
    uint64_t least = command->counted ? 0 : 1;
    return number != NULL && number_read(number, &command->rounds) && command->rounds >= least &&
           command->rounds <= MOST_ROUNDS;
}

static bool run_command(const struct bench *bench, const char *line, uint64_t number)
{
    struct command command;
    if (!read_command(line, &command)) {
        say("error message=got '%s'; it must be 'roundtrips N', 'singles N' (N from 1 to %d), either "
            "after 'counted' (N from 0), or 'quit'",
            line, MOST_ROUNDS);
        return false;
    }
    struct batch batch = command.counted
                             ? batch_run_counted(bench, command.variant, command.rounds)
                             : batch_run(bench, command.variant, command.rounds);
    say_batch(number, 0, &batch);
    return true;
}

/* Obeys the lines of stdin until quit or its end. */
static void obey(struct session *session)
{
    char line[LINE_BYTES];
    uint64_t done = 0;
    while (hear(line) && strcmp(line, "quit") != 0)
        if (strcmp(line, "go") != 0) /* a controller's handshake: here each command starts itself */
            done += run_command(&session->bench, line, done);
    say("done couples=%" PRIu64, done);
}

static const struct session_kind kind = {peer_serve, session_get_ready_for_batches, obey};

static void run(const struct options *options)
{
    session_run(options, &kind);
}

const struct mode drive = {
    .name = "drive",
    .summary = "batches on command: 'roundtrips N', 'singles N', either after 'counted'; 'quit'",
    .output = "  counting, counted          after 'counted', around the rounds: each waits for a line\n"
              "  error message=...          a command was not understood; the session goes on",
    .needs = SESSION_NEEDS,
    .takes = SESSION_TAKES | OPTION_SUBJECT,
    .run = run,
};
