#include "options.h"

#include <stdio.h>
#include <string.h>

#include "checks.h"
#include "failure.h"
#include "mode.h"

/* "drive, timeline": every mode but that of a subject's name. */
static void list_modes(char *text, size_t bytes)
{
    size_t length = 0;
    for (const struct mode *const *mode = modes; *mode != NULL && length < bytes; mode++)
        if ((*mode)->name != NULL)
            length += (size_t)snprintf(text + length, bytes - length, "%s%s", length == 0 ? "" : ", ",
                                       (*mode)->name);
}

static _Noreturn void reject_mode(const char *word)
{
    char others[256] = "";
    list_modes(others, sizeof others);
    if (word == NULL)
        reject("nothing to run: name a subject such as %s, or one of %s: see --help",
               subjects[0]->name, others);
    reject("'%s' cannot be run; it must be a subject such as %s, or one of %s: see --help", word,
           subjects[0]->name, others);
}

static const struct subject *subject_in_place_of_mode(const char *word)
{
    const struct subject *subject = subject_named(word);
    if (subject == NULL)
        reject_mode(word);
    return subject;
}

static const struct subject *subject_following(const struct mode *mode, const char *name)
{
    const struct subject *subject = name == NULL ? NULL : subject_named(name);
    if (subject == NULL)
        reject("the subject to %s is %s; it must be one such as %s: see --help", mode->subject_to,
               name == NULL ? "missing" : name, subjects[0]->name);
    return subject;
}

static void read_options(struct options *options, const struct mode *mode, char **words,
                         const char *mode_word)
{
    unsigned seen = 0;
    for (; *words != NULL; words++) {
        const struct option *option = option_named(*words);
        if (option == NULL || !(option->bit & (mode->needs | mode->takes)))
            reject("'%s' is no option of %s: see --help", *words, mode_word);
        if (seen & option->bit)
            reject("%s is given twice: give it once", option->name);
        seen |= option->bit;
        if (option->value != NULL)
            words++;
        option->take(option, options, *words);
    }
    for (const struct option *option = option_table; option->name != NULL; option++)
        if (mode->needs & ~seen & option->bit)
            reject("%s is missing: %s needs it; see --help", option->name, mode_word);
}

struct options options_default(void)
{
    return (struct options){
        .subject = subjects[0],
        .page_bytes = SMALL_PAGE_BYTES,
        .batch_ns = NOT_GIVEN,
        .rounds = NOT_GIVEN,
        .cpu = NOT_GIVEN,
        .peer_cpu = NOT_GIVEN,
        .stack_bytes = DEFAULT_STACK_BYTES,
        .fifo = NOT_GIVEN,
    };
}

const struct mode *options_read(struct options *options, char **argv)
{
    *options = options_default();
    if (argv[1] == NULL)
        reject_mode(NULL);
    const struct mode *mode = mode_named(argv[1]);
    char **words = argv + 2; /* up to a NULL */
    if (mode == NULL) {
        mode = modes[0];
        options->subject = subject_in_place_of_mode(argv[1]);
    }
    if (mode->subject != NULL)
        options->subject = mode->subject;
    if (mode->subject_to != NULL)
        options->subject = subject_following(mode, *words++);
    read_options(options, mode, words, argv[1]);
    check_options(options);
    if (mode->check != NULL)
        mode->check(options);
    return mode;
}
