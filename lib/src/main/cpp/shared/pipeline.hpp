// The workload pipeline: a chain of generators. The first counts; it and each further one adds 1.
#pragma once

#include "bench.hpp"
#include "place.hpp"

namespace bench {

[[gnu::noinline]] inline std::uint64_t plus_one(std::uint64_t item)
{
    keep(item);
    return item + 1;
}

[[gnu::noinline]] inline std::uint64_t piped_by_calls(long stages, std::uint64_t items)
{
    std::uint64_t sum = 0;
    for (std::uint64_t item = 0; item < items; item++) {
        std::uint64_t value = item;
        for (long stage = 0; stage < stages; stage++) {
            value = plus_one(value);
        }
        sum += value;
    }
    return sum;
}

template <class Generated, std::size_t place>
[[gnu::noinline]] std::uint64_t piped_generated(long stages, std::uint64_t items)
{
    std::uint64_t sum = 0;
    for (std::uint64_t item : Generated::template stage<place>(stages, items)) {
        sum += item;
    }
    return sum;
}

// Generated::stage<place>(stages, items) is a range of stages, stages + 1 … so many items.
template <class Generated> void pipeline(const Options &options)
{
    if (options.stages < 1 || options.stages > 1000) {
        give_up("--stages wants a number from 1 to 1000");
    }
    at_some_place(options.seed, [stages = options.stages]<std::size_t place>() {
        auto checked = [stages](std::uint64_t computed, std::uint64_t items) {
            std::uint64_t counted = items * (items - 1) / 2;
            expect(computed, counted + items * static_cast<std::uint64_t>(stages),
                   "the sum of the items");
            return items;
        };
        report(
            [=](std::uint64_t items) {
                return checked(piped_generated<Generated, place>(stages, items), items);
            },
            [=](std::uint64_t items) { return checked(piped_by_calls(stages, items), items); });
    });
}

} // namespace bench
