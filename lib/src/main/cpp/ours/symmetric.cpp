// Tasks on stacks of their own: our switches, as far as every compiler can have them.
#include "tail.hpp"
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
};

} // namespace

int main(int count, char **words) { return bench::run_case(CASES, count, words); }
