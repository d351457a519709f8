// The workload coroutine-yield over any switch.
#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include "../shared/bench.hpp"
#include "tasks.hpp"

namespace ours {

// The loop that is measured lies at one of so many places, which the seed chooses.
constexpr std::size_t PLACES = 4;

// Moves what follows by 16 bytes a place.
template <std::size_t place> OURS_INLINE void at_place()
{
#if defined(__x86_64__)
    __asm__ volatile(".p2align 6\n\t.nops %c0" : : "i"(place * 16 + 1));
#else
    __asm__ volatile(".p2align 6\n\t.zero 0\n\t.rept %c0\n\tnop\n\t.endr" : : "i"(place * 4));
#endif
}

template <class Switch, std::size_t place> struct Yielding {
    Tasks<Switch> &tasks;
    std::uint64_t rounds = 0;
    std::uint64_t ended = 0;

    [[gnu::noinline]] void turns(typename Switch::Here &entered)
    {
        typename Switch::Here here = entered;
        at_place<place>();
        for (std::uint64_t left = rounds; left > 0; left--) {
            here.yield();
        }
    }

    // Who is last of a repetition pauses all; each of the others yields once more.
    void operator()(typename Switch::Here &here, std::size_t)
    {
        for (;;) {
            turns(here);
            if (++ended == tasks.count()) {
                ended = 0;
                tasks.pause(here);
            } else {
                here.yield();
            }
        }
    }
};

template <class Switch, std::size_t place>
void measure_yield(const bench::Options &options, Layout layout)
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
            return (body.rounds + 1) * count;
        },
        [](std::uint64_t operations) {
            for (std::uint64_t i = 0; i < operations; i++) {
                bench::barrier();
            }
            return operations;
        });
}

template <class Switch, const Layout &layout> void yield(const bench::Options &options)
{
    if (options.coroutines < 1) {
        bench::give_up("--coroutines wants 1 or more");
    }
    static constexpr auto measures = []<std::size_t... place>(std::index_sequence<place...>) {
        return std::array{measure_yield<Switch, place>...};
    }(std::make_index_sequence<PLACES>());
    measures[options.seed % PLACES](options, layout);
}

} // namespace ours
