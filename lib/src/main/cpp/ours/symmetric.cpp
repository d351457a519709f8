// Tasks on stacks of their own: our switches, as far as every compiler can have them.
#include "clients.hpp"
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
    {"coroutine-yield", "full-ret", yield<FullRet, ALIGNED>},
    {"coroutine-yield", "cacs", yield<Cacs, ALIGNED>},
    {"coroutine-yield", "cacs-random", yield<Cacs, ALIGNED_RANDOM>},
    {"coroutine-yield", "cacs-small", yield<Cacs, SMALL>},
    {"coroutine-yield", "cacs-small-random", yield<Cacs, SMALL_RANDOM>},
    {"coroutine-yield", "cacs-self", yield<CacsSelf, SMALL>},
    {"coroutine-yield", "cacs-call", yield<CacsCall, ALIGNED>},
    {"coroutine-yield", "cacs-tail", yield<CacsTail, ALIGNED>},
    {"coroutine-yield", "cacs-tail-random", yield<CacsTail, ALIGNED_RANDOM>},
    {"coroutine-yield", "cacs-tail-small", yield<CacsTail, SMALL>},
    {"coroutine-yield", "cacs-tail-ret", yield<CacsTailRet, ALIGNED>},
    {"coroutine-yield", "cacs-tail-ret-small", yield<CacsTailRet, SMALL>},
    {"write-fully", "full", write_all<Full, ALIGNED>},
    {"write-fully", "full-random", write_all<Full, ALIGNED_RANDOM>},
    {"write-fully", "full-ret", write_all<FullRet, ALIGNED_RANDOM>},
    {"write-fully", "cacs", write_all<Cacs, ALIGNED>},
    {"write-fully", "cacs-random", write_all<Cacs, ALIGNED_RANDOM>},
    {"write-fully", "cacs-self", write_all<CacsSelf, ALIGNED_RANDOM>},
    {"write-fully", "cacs-call", write_all<CacsCall, ALIGNED_RANDOM>},
    {"write-fully", "cacs-tail", write_all<CacsTail, ALIGNED>},
    {"write-fully", "cacs-tail-random", write_all<CacsTail, ALIGNED_RANDOM>},
    {"write-fully", "cacs-tail-ret", write_all<CacsTailRet, ALIGNED_RANDOM>},
    {"clients", "full", ask<Full, ALIGNED_RANDOM>},
    {"clients", "full-ret", ask<FullRet, ALIGNED_RANDOM>},
    {"clients", "cacs", ask<Cacs, ALIGNED_RANDOM>},
    {"clients", "cacs-self", ask<CacsSelf, ALIGNED_RANDOM>},
    {"clients", "cacs-call", ask<CacsCall, ALIGNED_RANDOM>},
    {"clients", "cacs-tail", ask<CacsTail, ALIGNED_RANDOM>},
    {"clients", "cacs-tail-ret", ask<CacsTailRet, ALIGNED_RANDOM>},
    {"sequence-sum", "full", sequence_sum<FullStack>},
    {"sequence-sum", "cacs", sequence_sum<OwnStack>},
    {"hanoi", "full", hanoi<FullStack>},
    {"hanoi", "cacs", hanoi<OwnStack>},
    {"tree-walk", "full", tree_walk<FullStack>},
    {"tree-walk", "cacs", tree_walk<OwnStack>},
    {"pipeline", "full", pipeline<FullStack>},
    {"pipeline", "cacs", pipeline<OwnStack>},
};

} // namespace

int main(int count, char **words) { return bench::run_case(CASES, count, words); }
