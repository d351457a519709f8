/* switchlab-runner: the measured loops, in a small process of their own. */
#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include "../guest/init.h"
#include "../guest/tether.h"
#include "failure.h"
#include "isolation.h"
#include "mode.h"
#include "protocol.h"
#include "usage.h"

static bool asks_for_help(char **words)
{
    for (; *words != NULL; words++)
        if (strcmp(*words, "--help") == 0)
            return true;
    return false;
}

static void run(char **argv)
{
    struct options options;
    const struct mode *mode = options_read(&options, argv);
    isolate(&options);
    say("hello protocol=%d pid=%d", PROTOCOL_VERSION, getpid());
    mode->run(&options);
}

int main(int argc, char **argv)
{
    if (is_init(argv[0]))
        init_run();
    if (argc > 1 && strcmp(argv[1], "tether") == 0)
        tether_run(argv + 2);
    if (asks_for_help(argv))
        usage_print();
    else if (argc == 2 && strcmp(argv[1], "--version") == 0)
        version_print();
    else
        run(argv);
    return EXIT_DONE;
}
