// Generators on the stack of their consumer. Compiled apart, because only here code must find its
// variables by the frame pointer.
#if defined(__x86_64__)
#include "in_stack_rooms.hpp"

#include "hanoi.hpp"
#include "pipeline.hpp"
#include "sequence.hpp"
#include "tree.hpp"

namespace {

using namespace ours;

constexpr bench::Case CASES[] = {
    {"sequence-sum", "in-stack", sequence_sum<InStack>},
    {"hanoi", "in-stack", hanoi<InStack>},
    {"tree-walk", "in-stack", tree_walk<InStack>},
    {"pipeline", "in-stack", pipeline<InStack>},
};

} // namespace

int main(int count, char **words) { return bench::run_case(CASES, count, words); }
#else
#include "../shared/bench.hpp"

int main()
{
    bench::give_up("generators in the consumer's stack are written for x86-64 only; on this "
                   "processor take 'cacs', which has a stack for each");
}
#endif
