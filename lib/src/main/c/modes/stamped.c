/* Message, switch and walk told apart, by a stamp at every step of every round. */
#include <stdio.h>

#include "../runner/failure.h"
#include "../runner/mode.h"
#include "../runner/stamped.h"
#include "../runner/stamps.h"

static void list_stamped(char *text, size_t bytes)
{
    size_t length = 0;
    for (const struct subject *const *subject = subjects; *subject != NULL && length < bytes; subject++)
        if ((*subject)->stamped != NULL)
            length += (size_t)snprintf(text + length, bytes - length, "%s%s",
                                       length == 0 ? "" : ", ", (*subject)->name);
}

static void check(const struct options *options)
{
    if (options->subject->stamped == NULL) {
        char others[256] = "";
        list_stamped(others, sizeof others);
        reject("%s cannot be stamped; it must be one of %s", options->subject->name, others);
    }
    if (options->peer_cpu != NOT_GIVEN)
        reject("--peer-cpu is given; it must be left out of stamped: the stamps of two CPUs are not "
               "one clock");
}

static const struct session_kind kind = {stamped_serve, stamped_get_ready, stamped_measure};

static void run(const struct options *options)
{
    stamped_open();
    session_run(options, &kind);
}

const struct mode stamped = {
    .name = "stamped",
    .summary = "stamps every round on both sides; both arrays are redrawn for each slot",
    .output = "  slot ...                   all rounds between two redraws of the arrays:\n"
              "    index, groups, rounds    which slot; single of either side and pair; timed of each\n"
              "    messageNs, walkAloneNs   send and receive an own message, walk: without switches\n"
              "    legNs, walkBetweenNs     from one side's walk to the other's; walk, with switches\n"
              "    ...MeanNs                of all rounds; the others leave the upper 15 % out\n"
              "    switchesExpected, ...    as in batch; of all pair rounds\n"
              "    hugeBytes, colouredBytes of its arrays, if such pages were asked for\n"
              "  round ...                  with --keep-rounds, one timed round:\n"
              "    slot, group, flow, index alone-parent, alone-peer or pair\n"
              "    messageNs, walkNs        of alone\n"
              "    leg1Ns, leg2Ns, walkParentNs, walkPeerNs   of pair",
    .subject_to = "stamp",
    .needs = SESSION_NEEDS | OPTION_SLOTS | OPTION_SLOT_NS | OPTION_BLOCK_NS,
    .takes = SESSION_TAKES | OPTION_KEEP_ROUNDS | OPTION_PAGES | OPTION_ORDER,
    .check = check,
    .run = run,
};
