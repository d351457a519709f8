// C++20's coroutines as generators. The two sequences are Fig. 2's: one type, one consumer, and
// only the producer's loop differs. Their disassembly tells more than their times.
#include "generator.hpp"

#include "../shared/hanoi.hpp"
#include "../shared/pipeline.hpp"
#include "../shared/sequence_sum.hpp"
#include "../shared/tree_walk.hpp"

namespace {

using cpp20::Generator;

template <std::size_t place>
[[gnu::noinline]] Generator produced_by_for(std::uint64_t count)
{
    bench::at_place<place>();
    for (; count != 0; --count) {
        co_yield count;
    }
}

template <std::size_t place>
[[gnu::noinline]] Generator produced_by_while(std::uint64_t count)
{
    bench::at_place<place>();
    while (count) {
        co_yield count--;
    }
}

template <std::size_t place>
[[gnu::noinline]] Generator solved(char disks, char from, char to, char by)
{
    if (disks == 0) {
        co_return;
    }
    bench::at_place<place>();
    for (std::uint64_t move : solved<place>(bench::one_less(disks), from, by, to)) {
        co_yield move;
    }
    co_yield bench::hanoi_move(disks, from, to);
    for (std::uint64_t move : solved<place>(bench::one_less(disks), by, to, from)) {
        co_yield move;
    }
}

template <std::size_t place> [[gnu::noinline]] Generator walked(const bench::Node *node)
{
    if (node == nullptr) {
        co_return;
    }
    bench::at_place<place>();
    for (std::uint64_t value : walked<place>(node->left)) {
        co_yield value;
    }
    co_yield node->value;
    for (std::uint64_t value : walked<place>(node->right)) {
        co_yield value;
    }
}

template <std::size_t place>
[[gnu::noinline]] Generator staged(long stages, std::uint64_t items)
{
    if (stages == 1) {
        for (std::uint64_t item = 0; item < items; item++) {
            co_yield item + 1;
        }
        co_return;
    }
    bench::at_place<place>();
    for (std::uint64_t item : staged<place>(stages - 1, items)) {
        co_yield item + 1;
    }
}

struct For {
    template <std::size_t place> static Generator countdown(std::uint64_t most)
    {
        return produced_by_for<place>(most);
    }

    template <std::size_t place> static Generator stage(long stages, std::uint64_t items)
    {
        return staged<place>(stages, items);
    }
};

struct While {
    template <std::size_t place> static Generator countdown(std::uint64_t most)
    {
        return produced_by_while<place>(most);
    }
};

struct Nested {
    template <std::size_t place> static Generator hanoi(char disks)
    {
        return solved<place>(disks, 'a', 'b', 'c');
    }

    template <std::size_t place> static Generator walk(const bench::Node *root)
    {
        return walked<place>(root);
    }
};

constexpr bench::Case CASES[] = {
    {"sequence-sum", "cpp20-for", bench::sequence_sum<For>},
    {"sequence-sum", "cpp20-while", bench::sequence_sum<While>},
    {"pipeline", "cpp20-for", bench::pipeline<For>},
    {"hanoi", "cpp20-nested", bench::hanoi<Nested>},
    {"tree-walk", "cpp20-nested", bench::tree_walk<Nested>},
};

} // namespace

int main(int count, char **words) { return bench::run_case(CASES, count, words); }
