// The workload coroutine-yield: so many coroutines in a ring, each yields to the next. What
// systems of coroutines share of it.
#pragma once

#include "bench.hpp"
#include "place.hpp"

namespace bench {

[[gnu::noinline]] inline std::uint64_t empty_loop(std::uint64_t operations)
{
    for (std::uint64_t i = 0; i < operations; i++) {
        barrier();
    }
    return operations;
}

// Ring(count, seed).yields<place>(rounds) has each of count coroutines yield so often, and
// answers how many yields there were in all. It continues where it left.
template <class Ring> void coroutine_yield(const Options &options)
{
    if (options.coroutines < 1) {
        give_up("--coroutines wants 1 or more");
    }
    auto count = static_cast<std::uint64_t>(options.coroutines);
    Ring ring(count, options.seed);
    at_some_place(options.seed, [&]<std::size_t place>() {
        report_with_call(
            [&](std::uint64_t operations) {
                std::uint64_t rounds = operations / count + 1;
                expect(ring.template yields<place>(rounds), rounds * count, "the number of yields");
                return rounds * count;
            },
            empty_loop);
    });
}

} // namespace bench
