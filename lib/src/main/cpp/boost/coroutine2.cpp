// Generators by Boost.Coroutine2. Compiled several times: with its assertions and without, with
// more optimisation, and with all that the hot loops call inlined (claim CO-1's ladder). SUBJECT
// is the name of what it is compiled to.
#include <boost/coroutine2/coroutine.hpp>

#include "../shared/hanoi.hpp"
#include "../shared/pipeline.hpp"
#include "../shared/sequence_sum.hpp"
#include "../shared/tree_walk.hpp"

// Inlines whatever a function calls, as far as its source is known.
#if defined(INLINE_ALL)
#define INLINED [[gnu::flatten]]
#else
#define INLINED
#endif

namespace {

using Coroutine = boost::coroutines2::coroutine<std::uint64_t>;
using Source = Coroutine::pull_type;
using Sink = Coroutine::push_type;

template <std::size_t place> INLINED void count_down(Sink &sink, std::uint64_t most)
{
    bench::at_place<place>();
    for (; most != 0; --most) {
        sink(most);
    }
}

template <std::size_t place>
INLINED void solve(Sink &sink, char disks, char from, char to, char by)
{
    if (disks == 0) {
        return;
    }
    bench::at_place<place>();
    solve<place>(sink, bench::one_less(disks), from, by, to);
    sink(bench::hanoi_move(disks, from, to));
    solve<place>(sink, bench::one_less(disks), by, to, from);
}

template <std::size_t place> INLINED void visit(Sink &sink, const bench::Node *node)
{
    if (node == nullptr) {
        return;
    }
    bench::at_place<place>();
    visit<place>(sink, node->left);
    sink(node->value);
    visit<place>(sink, node->right);
}

template <std::size_t place> INLINED void add_one(Sink &sink, Source &before)
{
    bench::at_place<place>();
    for (std::uint64_t item : before) {
        sink(item + 1);
    }
}

struct Generated {
    template <std::size_t place> static Source countdown(std::uint64_t most)
    {
        return Source([most](Sink &sink) { count_down<place>(sink, most); });
    }

    template <std::size_t place> static Source hanoi(char disks)
    {
        return Source([disks](Sink &sink) { solve<place>(sink, disks, 'a', 'b', 'c'); });
    }

    template <std::size_t place> static Source walk(const bench::Node *root)
    {
        return Source([root](Sink &sink) { visit<place>(sink, root); });
    }

    template <std::size_t place> static Source stage(long stages, std::uint64_t items)
    {
        if (stages == 1) {
            return Source([items](Sink &sink) {
                for (std::uint64_t item = 0; item < items; item++) {
                    sink(item + 1);
                }
            });
        }
        return Source([stages, items](Sink &sink) {
            Source before = stage<place>(stages - 1, items);
            add_one<place>(sink, before);
        });
    }
};

constexpr bench::Case CASES[] = {
    {"sequence-sum", SUBJECT, bench::sequence_sum<Generated>},
    {"hanoi", SUBJECT, bench::hanoi<Generated>},
    {"tree-walk", SUBJECT, bench::tree_walk<Generated>},
    {"pipeline", SUBJECT, bench::pipeline<Generated>},
};

} // namespace

int main(int count, char **words) { return bench::run_case(CASES, count, words); }
