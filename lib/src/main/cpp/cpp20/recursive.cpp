// Our own recursive generator, at all that generators do.
#include "recursive_generator.hpp"
#include "recursive_items.hpp"

namespace {

struct Ours {
    using Items = cpp20::RecursiveGenerator;
    static cpp20::ElementsOf elements_of(Items &&items)
    {
        return cpp20::elements_of(std::move(items));
    }
};

using Generated = cpp20::RecursiveItems<Ours>;
constexpr const char *NAME = "recursive-generator";

constexpr bench::Case CASES[] = {
    {"sequence-sum", NAME, bench::sequence_sum<Generated>},
    {"hanoi", NAME, bench::hanoi<Generated>},
    {"tree-walk", NAME, bench::tree_walk<Generated>},
    {"pipeline", NAME, bench::pipeline<Generated>},
};

} // namespace

int main(int count, char **words) { return bench::run_case(CASES, count, words); }
