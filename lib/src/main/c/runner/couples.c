/* Single and pair alternate in small batches so that drift of the machine cancels in their
   difference; a coin decides which comes first, so that neither always finds what the other left. */
#include "couples.h"

#include <inttypes.h>

#include "protocol.h"

void couples_run(const struct bench *bench, uint64_t couples, uint64_t rounds,
                 struct random *random)
{
    for (uint64_t couple = 0; couple < couples; couple++) {
        bool pair_first = random_coin(random);
        for (int position = 0; position < 2; position++) {
            enum variant variant = (position == 0) == pair_first ? VARIANT_PAIR : VARIANT_SINGLE;
            struct batch batch = batch_run(bench, variant, rounds);
            say_batch(couple, position, &batch);
        }
    }
    say("done couples=%" PRIu64, couples);
}
