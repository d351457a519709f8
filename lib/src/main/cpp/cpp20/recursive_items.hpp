// The items of all workloads by generators that hand over to others: std::generator and ours.
// `Kind` names the type, Kind::Items, and has Kind::elements_of.
#pragma once

#include "../shared/hanoi.hpp"
#include "../shared/pipeline.hpp"
#include "../shared/sequence_sum.hpp"
#include "../shared/tree_walk.hpp"

namespace cpp20 {

template <class Kind> struct RecursiveItems {
    using Items = typename Kind::Items;

    template <std::size_t place> [[gnu::noinline]] static Items countdown(std::uint64_t count)
    {
        bench::at_place<place>();
        for (; count != 0; --count) {
            co_yield count;
        }
    }

    template <std::size_t place>
    [[gnu::noinline]] static Items solve(char disks, char from, char to, char by)
    {
        if (disks == 0) {
            co_return;
        }
        bench::at_place<place>();
        co_yield Kind::elements_of(solve<place>(bench::one_less(disks), from, by, to));
        co_yield bench::hanoi_move(disks, from, to);
        co_yield Kind::elements_of(solve<place>(bench::one_less(disks), by, to, from));
    }

    template <std::size_t place> static Items hanoi(char disks)
    {
        return solve<place>(disks, 'a', 'b', 'c');
    }

    template <std::size_t place> [[gnu::noinline]] static Items walk(const bench::Node *node)
    {
        if (node == nullptr) {
            co_return;
        }
        bench::at_place<place>();
        co_yield Kind::elements_of(walk<place>(node->left));
        co_yield std::uint64_t{node->value};
        co_yield Kind::elements_of(walk<place>(node->right));
    }

    template <std::size_t place>
    [[gnu::noinline]] static Items stage(long stages, std::uint64_t items)
    {
        if (stages == 1) {
            for (std::uint64_t item = 0; item < items; item++) {
                co_yield item + 1;
            }
            co_return;
        }
        bench::at_place<place>();
        for (std::uint64_t item : stage<place>(stages - 1, items)) {
            co_yield item + 1;
        }
    }
};

} // namespace cpp20
