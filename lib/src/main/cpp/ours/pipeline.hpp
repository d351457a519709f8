// The workload pipeline: a chain of generators, the first of which counts; each adds 1.
#pragma once

#include "../shared/bench.hpp"
#include "rooms.hpp"

namespace ours {

template <class Way> struct Stage {
    const Rooms<Way> &rooms;
    std::size_t before; // so many stages
    std::uint64_t items;

    void operator()(Out<Way> &out)
    {
        if (before == 0) {
            for (std::uint64_t item = 0; item < items; item++) {
                out.yield(item + 1);
            }
            return;
        }
        Stage upstream{rooms, before - 1, items};
        for (Generator<Way, Stage> got(rooms[before - 1], upstream); got; got.resume()) {
            out.yield(got.value() + 1);
        }
    }
};

template <class Way>
[[gnu::noinline]] std::uint64_t piped(const Rooms<Way> &rooms, std::size_t stages,
                                      std::uint64_t items)
{
    Stage<Way> last{rooms, stages - 1, items};
    std::uint64_t sum = 0;
    for (Generator<Way, Stage<Way>> got(rooms[stages - 1], last); got; got.resume()) {
        sum += got.value();
    }
    return sum;
}

[[gnu::noinline]] inline std::uint64_t plus_one(std::uint64_t item)
{
    bench::keep(item);
    return item + 1;
}

inline std::uint64_t called(std::size_t stages, std::uint64_t items)
{
    std::uint64_t sum = 0;
    for (std::uint64_t item = 0; item < items; item++) {
        std::uint64_t value = item;
        for (std::size_t stage = 0; stage < stages; stage++) {
            value = plus_one(value);
        }
        sum += value;
    }
    return sum;
}

template <class Way> void pipeline(const bench::Options &options)
{
    if (options.stages < 1 || options.stages > 1000) {
        bench::give_up("--stages wants a number from 1 to 1000");
    }
    auto stages = static_cast<std::size_t>(options.stages);
    Rooms<Way> rooms(stages, options.seed);
    auto checked = [=](std::uint64_t computed, std::uint64_t items) {
        bench::expect(computed, items * (items - 1) / 2 + items * stages, "the sum of the items");
        return items;
    };
    bench::report(
        [&](std::uint64_t items) { return checked(piped<Way>(rooms, stages, items), items); },
        [&](std::uint64_t items) { return checked(called(stages, items), items); });
}

} // namespace ours
