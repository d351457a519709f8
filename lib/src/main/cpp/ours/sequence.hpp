// The workload sequence-sum: numbers from N down to 1, generated, and added up by the consumer.
#pragma once

#include "../shared/bench.hpp"
#include "place.hpp"
#include "rooms.hpp"

namespace ours {

template <class Way, std::size_t place>
[[gnu::noinline]] std::uint64_t sum(const Rooms<Way> &rooms, std::uint64_t most)
{
    auto body = [most](Out<Way> &out) {
        at_place<place>();
        for (std::uint64_t count = most; count != 0; --count) {
            out.yield(count);
        }
    };
    std::uint64_t sum = 0;
    for (Generator<Way, decltype(body)> numbers(rooms[0], body); numbers; numbers.resume()) {
        sum += numbers.value();
    }
    return sum;
}

inline std::uint64_t sum_by_hand(std::uint64_t most)
{
    std::uint64_t sum = 0;
    for (std::uint64_t count = most; count != 0; --count) {
        sum += count;
        bench::keep(sum);
    }
    return sum;
}

template <class Way> struct SequenceSum {
    template <std::size_t place> static void measure(const bench::Options &options)
    {
        Rooms<Way> rooms(1, options.seed);
        auto checked = [](std::uint64_t computed, std::uint64_t most) {
            bench::expect(computed, most * (most + 1) / 2, "the sum");
            return most;
        };
        bench::report_with_call(
            [&](std::uint64_t most) { return checked(sum<Way, place>(rooms, most), most); },
            [&](std::uint64_t most) { return checked(sum_by_hand(most), most); });
    }
};

template <class Way> void sequence_sum(const bench::Options &options)
{
    at_some_place<SequenceSum<Way>>(options);
}

} // namespace ours
