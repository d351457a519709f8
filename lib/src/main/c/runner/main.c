/* switchlab-runner: the measured loops, in a small process of their own. */
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "../guest/init.h"
#include "../guest/tether.h"
#include "access_pattern.h"
#include "count_syscalls.h"
#include "failure.h"
#include "fork_cost.h"
#include "isolation.h"
#include "options.h"
#include "protocol.h"
#include "reference.h"
#include "session.h"
#include "usage.h"

static void run_reference(uint64_t count)
{
    for (uint64_t i = 0; i < count; i++)
        say("reference durationNs=%" PRIu64, reference_ns());
    say("done count=%" PRIu64, count);
}

static void run(const struct options *options)
{
    isolate(options);
    say("hello protocol=%d pid=%d", PROTOCOL_VERSION, getpid());
    if (options->mode == MODE_REFERENCE)
        run_reference(options->count);
    else if (options->mode == MODE_FORK_COST)
        fork_cost_run(options);
    else if (options->mode == MODE_ACCESS_PATTERN)
        access_pattern_run(options);
    else if (options->mode == MODE_COUNT_SYSCALLS)
        count_syscalls_run(options);
    else
        session_run(options);
}

int main(int argc, char **argv)
{
    if (is_init(argv[0]))
        init_run();
    if (argc > 1 && strcmp(argv[1], "tether") == 0)
        tether_run(argv + 2);
    struct options options = options_read(argc, argv);
    if (options.mode == MODE_HELP)
        usage_print();
    else if (options.mode == MODE_VERSION)
        version_print();
    else
        run(&options);
    return EXIT_DONE;
}
