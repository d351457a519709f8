// The workload sequence-sum: numbers from N down to 1, generated, and added up by the consumer.
#pragma once

#include "bench.hpp"
#include "place.hpp"

namespace bench {

[[gnu::noinline]] inline std::uint64_t sum_by_hand(std::uint64_t most)
{
    std::uint64_t sum = 0;
    for (std::uint64_t count = most; count != 0; --count) {
        sum += count;
        keep(sum);
    }
    return sum;
}

template <class Generated, std::size_t place>
[[gnu::noinline]] std::uint64_t sum_of_generated(std::uint64_t most)
{
    std::uint64_t sum = 0;
    for (std::uint64_t number : Generated::template countdown<place>(most)) {
        sum += number;
    }
    return sum;
}

// Generated::countdown<place>(most) is a range of most, most - 1, … 1.
template <class Generated> void sequence_sum(const Options &options)
{
    at_some_place(options.seed, []<std::size_t place>() {
        auto checked = [](std::uint64_t computed, std::uint64_t most) {
            expect(computed, most * (most + 1) / 2, "the sum");
            return most;
        };
        report_with_call(
            [&](std::uint64_t most) {
                return checked(sum_of_generated<Generated, place>(most), most);
            },
            [&](std::uint64_t most) { return checked(sum_by_hand(most), most); });
    });
}

} // namespace bench
