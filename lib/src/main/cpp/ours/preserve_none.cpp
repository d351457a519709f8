// Tasks whose yield follows the convention preserve_none. Compiled with PRESERVE_NONE, the functions
// that call it do so, too, as the paper's compiler would make them; without, the library alone.
#include "clients.hpp"
#include "preserve_none.hpp"
#include "write_fully.hpp"
#include "yield.hpp"

namespace {

using namespace ours;

constexpr bench::Case CASES[] = {
#if defined(PRESERVE_NONE)
    {"coroutine-yield", "preserve-none", yield<PreserveNone, ALIGNED>},
    {"coroutine-yield", "preserve-none-random", yield<PreserveNone, ALIGNED_RANDOM>},
    {"coroutine-yield", "preserve-none-small", yield<PreserveNone, SMALL>},
    {"coroutine-yield", "preserve-none-small-random", yield<PreserveNone, SMALL_RANDOM>},
    {"coroutine-yield", "preserve-none-ret", yield<PreserveNoneRet, ALIGNED>},
    {"coroutine-yield", "preserve-none-ret-small", yield<PreserveNoneRet, SMALL>},
    {"write-fully", "preserve-none", write_all<PreserveNone, ALIGNED>},
    {"write-fully", "preserve-none-random", write_all<PreserveNone, ALIGNED_RANDOM>},
    {"write-fully", "preserve-none-ret", write_all<PreserveNoneRet, ALIGNED_RANDOM>},
    {"clients", "preserve-none", ask<PreserveNone, ALIGNED_RANDOM>},
    {"clients", "preserve-none-ret", ask<PreserveNoneRet, ALIGNED_RANDOM>},
#else
    {"write-fully", "preserve-none-library", write_all<PreserveNoneRet, ALIGNED_RANDOM>},
    {"clients", "preserve-none-library", ask<PreserveNoneRet, ALIGNED_RANDOM>},
#endif
};

} // namespace

int main(int count, char **words) { return bench::run_case(CASES, count, words); }
