// Correctness of every switch that each compiler can have.
#include "alive_tests.hpp"
#include "registers.hpp"
#include "tail.hpp"
#include "task_tests.hpp"

namespace {

using namespace ours;
using namespace test;

#if defined(__x86_64__)
#define PROCESSOR_TESTS(of, Switch, kept)                                                         \
    {"registers:" of, registers<Switch>}, {"controls:" of, controls<Switch, kept>},               \
        {"signals:" of, test::signals<Switch>},
#define GENERATOR_PROCESSOR_TESTS(of, Way) {"generator-signals:" of, generator_signals<Way>},
#else
#define PROCESSOR_TESTS(of, Switch, kept)
#define GENERATOR_PROCESSOR_TESTS(of, Way)
#endif

#define TASK_TESTS(of, Switch, kept)                                                              \
    PROCESSOR_TESTS(of, Switch, kept)                                                             \
    {"locals:" of, locals<Switch>}, {"order:" of, order<Switch>},                                 \
        {"exceptions:" of, exceptions<Switch>}, {"overflow:" of, overflow<Switch>},               \
        {"many:" of, many<Switch>}, {"fuzz:" of, fuzz<Switch>},                                   \
        {"protocols:" of, protocols<Switch>},

#define GENERATOR_TESTS(of, Way)                                                                  \
    GENERATOR_PROCESSOR_TESTS(of, Way)                                                            \
    {"sums:" of, sums<Way>}, {"destruction:" of, destruction<Way>},                               \
        {"generator-exceptions:" of, generator_exceptions<Way>},                                  \
        {"generator-fuzz:" of, generator_fuzz<Way>}, {"alive:" of, alive<Way>},

const Named ALL[] = {
    TASK_TESTS("full", Full, true)
    TASK_TESTS("full-ret", FullRet, true)
    TASK_TESTS("cacs", Cacs, false)
    TASK_TESTS("cacs-self", CacsSelf, false)
    TASK_TESTS("cacs-call", CacsCall, false)
    TASK_TESTS("cacs-tail", CacsTail, false)
    TASK_TESTS("cacs-tail-ret", CacsTailRet, false)
    GENERATOR_TESTS("full", FullStack)
    GENERATOR_TESTS("cacs", OwnStack)
};

} // namespace

int main(int count, char **words) { return run(ALL, count, words); }
