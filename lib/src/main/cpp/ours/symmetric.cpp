// Tasks on stacks of their own: our switches, as far as every compiler can have them.
#include "hanoi.hpp"
#include "pipeline.hpp"
#include "sequence.hpp"
#include "tail.hpp"
#include "tree.hpp"
#include "write_fully.hpp"
#include "yield.hpp"

namespace {

using namespace ours;

constexpr bench::Case CASES[] = {
    {"coroutine-yield", "full", yield<Full, ALIGNED>},
    {"coroutine-yield", "full-random", yield<Full, ALIGNED_RANDOM>},
    {"coroutine-yield", "full-small", yield<Full, SMALL>},
    {"coroutine-yield", "cacs", yield<Cacs, ALIGNED>},
    {"coroutine-yield", "cacs-random", yield<Cacs, ALIGNED_RANDOM>},
    {"coroutine-yield", "cacs-small", yield<Cacs, SMALL>},
    {"coroutine-yield", "cacs-small-random", yield<Cacs, SMALL_RANDOM>},
    {"coroutine-yield", "cacs-self", yield<CacsSelf, SMALL>},
    {"coroutine-yield", "cacs-tail", yield<CacsTail, ALIGNED>},
    {"coroutine-yield", "cacs-tail-random", yield<CacsTail, ALIGNED_RANDOM>},
    {"coroutine-yield", "cacs-tail-small", yield<CacsTail, SMALL>},
    {"sequence-sum", "full", sequence_sum<FullStack>},
    {"sequence-sum", "cacs", sequence_sum<OwnStack>},
    {"hanoi", "full", hanoi<FullStack>},
    {"hanoi", "cacs", hanoi<OwnStack>},
    {"tree-walk", "full", tree_walk<FullStack>},
    {"tree-walk", "cacs", tree_walk<OwnStack>},
    {"pipeline", "full", pipeline<FullStack>},
    {"pipeline", "cacs", pipeline<OwnStack>},
    {"write-fully", "full", write_all<Full, ALIGNED>},
    {"write-fully", "full-random", write_all<Full, ALIGNED_RANDOM>},
    {"write-fully", "cacs", write_all<Cacs, ALIGNED>},
    {"write-fully", "cacs-random", write_all<Cacs, ALIGNED_RANDOM>},
    {"write-fully", "cacs-self", write_all<CacsSelf, SMALL>},
    {"write-fully", "cacs-tail", write_all<CacsTail, ALIGNED>},
    {"write-fully", "cacs-tail-random", write_all<CacsTail, ALIGNED_RANDOM>},
};

} // namespace

int main(int count, char **words) { return bench::run_case(CASES, count, words); }
