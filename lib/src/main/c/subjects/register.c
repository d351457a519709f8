/* register: the least that a switch of stacks can cost without the compiler's help. */
#include "../gthread/context.h"

static const struct switcher switcher = {registers_prepare, registers_swap};

#include "bare_flow.h"

const struct subject register_pair =
    BARE_SUBJECT("register", "two stacks and a hand-written switch of registers, no library");
