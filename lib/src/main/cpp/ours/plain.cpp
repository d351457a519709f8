// A plain call: what a yield would cost if it did nothing but come back.
#include "../shared/bench.hpp"

namespace {

void yield(const bench::Options &)
{
    bench::report_with_call(
        [](std::uint64_t operations) {
            for (std::uint64_t i = 0; i < operations; i++) {
                bench::empty_call();
            }
            return operations;
        },
        [](std::uint64_t operations) {
            for (std::uint64_t i = 0; i < operations; i++) {
                bench::barrier();
            }
            return operations;
        });
}

constexpr bench::Case CASES[] = {{"coroutine-yield", "call", yield}};

} // namespace

int main(int count, char **words) { return bench::run_case(CASES, count, words); }
