// The workload hanoi: each move is yielded from within the recursion (Figs. 4 and 9).
#pragma once

#include "bench.hpp"
#include "place.hpp"

namespace bench {

// What the consumer of all moves knows in the end.
struct Moves {
    std::uint64_t count = 0;
    std::uint64_t sum = 0;

    void add(std::uint64_t move)
    {
        count++;
        sum += move;
    }
};

inline std::uint64_t hanoi_move(char disk, char from, char to)
{
    return static_cast<std::uint64_t>(disk) | static_cast<std::uint64_t>(from) << 8 |
           static_cast<std::uint64_t>(to) << 16;
}

constexpr char one_less(char disks) { return static_cast<char>(disks - 1); }

using MoveCallback = void (*)(Moves &moves, std::uint64_t move);

[[gnu::noinline]] inline void hanoi_by_callback(char disks, char from, char to, char by,
                                                MoveCallback callback, Moves &moves)
{
    if (disks == 0) {
        return;
    }
    hanoi_by_callback(one_less(disks), from, by, to, callback, moves);
    callback(moves, hanoi_move(disks, from, to));
    hanoi_by_callback(one_less(disks), by, to, from, callback, moves);
}

[[gnu::noinline]] inline void add_move(Moves &moves, std::uint64_t move) { moves.add(move); }

inline Moves moves_by_callback(char disks)
{
    Moves moves;
    MoveCallback volatile callback = add_move; // volatile: the compiler must not know whom it calls
    hanoi_by_callback(disks, 'a', 'b', 'c', callback, moves);
    return moves;
}

template <class Generated, std::size_t place>
[[gnu::noinline]] Moves moves_generated(char disks)
{
    Moves moves;
    for (std::uint64_t move : Generated::template hanoi<place>(disks)) {
        moves.add(move);
    }
    return moves;
}

// Generated::hanoi<place>(disks) is a range of moves, as hanoi_move has them.
template <class Generated> void hanoi(const Options &options)
{
    if (options.disks < 1 || options.disks > 30) {
        give_up("--disks wants a number from 1 to 30");
    }
    at_some_place(options.seed, [disks = static_cast<char>(options.disks)]<std::size_t place>() {
        std::uint64_t rightCount = (std::uint64_t{1} << disks) - 1;
        std::uint64_t rightSum = moves_by_callback(disks).sum;
        auto repeated = [=](std::uint64_t operations, auto solve) {
            std::uint64_t done = 0;
            do {
                Moves moves = solve(disks);
                expect(moves.count, rightCount, "the number of moves");
                expect(moves.sum, rightSum, "the sum of moves");
                done += moves.count;
            } while (done < operations);
            return done;
        };
        report_relative(
            [=](std::uint64_t operations) {
                return repeated(operations, moves_generated<Generated, place>);
            },
            [=](std::uint64_t operations) { return repeated(operations, moves_by_callback); });
    });
}

} // namespace bench
