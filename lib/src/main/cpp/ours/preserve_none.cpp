// Tasks whose yield follows the convention preserve_none. Compiled with OURS_PRESERVE_NONE, the
// functions that call it do so, too.
#include "preserve_none.hpp"
#include "write_fully.hpp"
#include "yield.hpp"

namespace {

using namespace ours;

constexpr bench::Case CASES[] = {
    {"coroutine-yield", "preserve-none", yield<PreserveNone, ALIGNED>},
    {"coroutine-yield", "preserve-none-random", yield<PreserveNone, ALIGNED_RANDOM>},
    {"coroutine-yield", "preserve-none-small", yield<PreserveNone, SMALL>},
    {"coroutine-yield", "preserve-none-small-random", yield<PreserveNone, SMALL_RANDOM>},
    {"coroutine-yield", "preserve-none-self", yield<PreserveNoneSelf, SMALL>},
    {"write-fully", "preserve-none", write_all<PreserveNone, ALIGNED>},
    {"write-fully", "preserve-none-random", write_all<PreserveNone, ALIGNED_RANDOM>},
};

} // namespace

int main(int count, char **words) { return bench::run_case(CASES, count, words); }
