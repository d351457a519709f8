// The workload coroutine-yield over any switch.
#pragma once

#include "../shared/bench.hpp"
#include "place.hpp"
#include "tasks.hpp"

namespace ours {

template <class Switch, std::size_t place> struct Yielding {
    Tasks<Switch> &tasks;
    std::uint64_t rounds = 0;
    std::uint64_t yields = 0;
    std::uint64_t ended = 0;

    [[gnu::noinline]] std::uint64_t turns(typename Switch::Here &entered)
    {
        typename Switch::Here here = entered;
        at_place<place>();
        std::uint64_t done = 0;
        for (; done < rounds; done++) {
            here.yield();
        }
        return done;
    }

    // Who is last of a repetition pauses all; each of the others yields once more.
    void operator()(typename Switch::Here &here, std::size_t)
    {
        for (;;) {
            yields += turns(here);
            if (++ended == tasks.count()) {
                ended = 0;
                tasks.pause(here);
            } else {
                here.yield();
            }
        }
    }
};

template <class Switch, const Layout &layout> struct CoroutineYield {
    template <std::size_t place> static void measure(const bench::Options &options)
    {
        auto count = static_cast<std::size_t>(options.coroutines);
        Tasks<Switch> tasks(count, layout, options.seed);
        Yielding<Switch, place> body{tasks};
        bool started = false;
        bench::report_with_call(
            [&](std::uint64_t operations) {
                body.rounds = operations / count;
                if (started) {
                    tasks.go_on();
                } else {
                    started = true;
                    tasks.run(body);
                }
                bench::expect(body.yields, body.rounds * count, "the number of yields");
                body.yields = 0;
                return (body.rounds + 1) * count;
            },
            [](std::uint64_t operations) {
                for (std::uint64_t i = 0; i < operations; i++) {
                    bench::barrier();
                }
                return operations;
            });
    }
};

template <class Switch, const Layout &layout> void yield(const bench::Options &options)
{
    if (options.coroutines < 1) {
        bench::give_up("--coroutines wants 1 or more");
    }
    at_some_place<CoroutineYield<Switch, layout>>(options);
}

} // namespace ours
