// The generator of C++23's own library.
#include <generator>
#include <ranges>

#include "recursive_items.hpp"

namespace {

struct Standard {
    using Items = std::generator<std::uint64_t>;
    static auto elements_of(Items &&items)
    {
        return std::ranges::elements_of(std::move(items));
    }
};

using Generated = cpp20::RecursiveItems<Standard>;
constexpr const char *NAME = "std-generator";

constexpr bench::Case CASES[] = {
    {"sequence-sum", NAME, bench::sequence_sum<Generated>},
    {"hanoi", NAME, bench::hanoi<Generated>},
    {"tree-walk", NAME, bench::tree_walk<Generated>},
    {"pipeline", NAME, bench::pipeline<Generated>},
};

} // namespace

int main(int count, char **words) { return bench::run_case(CASES, count, words); }
