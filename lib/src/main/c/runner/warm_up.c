#include "warm_up.h"

#include "clock.h"

static uint64_t twice(uint64_t rounds, uint64_t most)
{
    return rounds > most / 2 ? most : 2 * rounds;
}

uint64_t warm_up_round_ns(const struct bench *bench, const struct warm_up *warm_up,
                          void (*run)(const struct bench *bench, uint64_t rounds))
{
    uint64_t fastest_ns = UINT64_MAX, rounds = 1;
    for (int runs = 0; runs < warm_up->runs;) {
        uint64_t begin_ns = now_ns();
        run(bench, rounds);
        uint64_t duration_ns = now_ns() - begin_ns;
        if (duration_ns < warm_up->run_ns && rounds < warm_up->most_rounds) {
            rounds = twice(rounds, warm_up->most_rounds);
            continue;
        }
        runs++;
        uint64_t round_ns = (duration_ns + rounds / 2) / rounds;
        if (round_ns < fastest_ns)
            fastest_ns = round_ns;
    }
    return fastest_ns;
}
