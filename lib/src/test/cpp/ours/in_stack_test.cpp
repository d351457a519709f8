// Correctness of generators in the consumer's stack.
#include "in_stack_rooms.hpp"

#include "generator_tests.hpp"

namespace {

using namespace test;
using ours::InStack;

const Named ALL[] = {
    {"generator-signals:in-stack", generator_signals<InStack>},
    {"sums:in-stack", sums<InStack>},
    {"destruction:in-stack", destruction<InStack>},
    {"generator-exceptions:in-stack", generator_exceptions<InStack>},
    {"generator-fuzz:in-stack", generator_fuzz<InStack>},
};

} // namespace

int main(int count, char **words) { return run(ALL, count, words); }
