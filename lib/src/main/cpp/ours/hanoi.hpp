// The workload hanoi: each move is yielded from within the recursion (Figs. 4 and 9).
#pragma once

#include "../shared/hanoi.hpp"
#include "place.hpp"
#include "rooms.hpp"

namespace ours {

using bench::hanoi_move;
using bench::Moves;
using bench::one_less;

template <class Way, std::size_t place>
[[gnu::noinline]] void hanoi_by_yield(Out<Way> &out, char disks, char from, char to, char by)
{
    if (disks == 0) {
        return;
    }
    at_place<place>();
    hanoi_by_yield<Way, place>(out, one_less(disks), from, by, to);
    out.yield(hanoi_move(disks, from, to));
    hanoi_by_yield<Way, place>(out, one_less(disks), by, to, from);
}

template <class Way, std::size_t place>
[[gnu::noinline]] Moves all_by_yield(const Rooms<Way> &rooms, char disks)
{
    auto body = [disks](Out<Way> &out) {
        hanoi_by_yield<Way, place>(out, disks, 'a', 'b', 'c');
    };
    Moves moves;
    for (Generator<Way, decltype(body)> steps(rooms[0], body); steps; steps.resume()) {
        moves.add(steps.value());
    }
    return moves;
}

template <class Way> struct Hanoi {
    template <std::size_t place> static void measure(const bench::Options &options)
    {
        if (options.disks < 1 || options.disks > 30) {
            bench::give_up("--disks wants a number from 1 to 30");
        }
        auto disks = static_cast<char>(options.disks);
        std::uint64_t right = (std::uint64_t{1} << disks) - 1;
        std::uint64_t rightSum = bench::moves_by_callback(disks).sum;
        Rooms<Way> rooms(1, options.seed);
        auto repeated = [=](std::uint64_t operations, auto solve) {
            std::uint64_t done = 0;
            do {
                Moves moves = solve();
                bench::expect(moves.count, right, "the number of moves");
                bench::expect(moves.sum, rightSum, "the sum of moves");
                done += moves.count;
            } while (done < operations);
            return done;
        };
        bench::report_relative(
            [&](std::uint64_t operations) {
                return repeated(operations, [&] { return all_by_yield<Way, place>(rooms, disks); });
            },
            [&](std::uint64_t operations) {
                return repeated(operations, [=] { return bench::moves_by_callback(disks); });
            });
    }
};

template <class Way> void hanoi(const bench::Options &options)
{
    at_some_place<Hanoi<Way>>(options);
}

} // namespace ours
