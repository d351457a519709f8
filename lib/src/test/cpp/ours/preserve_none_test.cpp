// Correctness of the switches that need preserve_none.
#include "preserve_none.hpp"
#include "registers.hpp"
#include "task_tests.hpp"

namespace {

using namespace ours;
using namespace test;

#define TASK_TESTS(of, Switch)                                                                    \
    {"registers:" of, registers<Switch>}, {"controls:" of, controls<Switch, false>},              \
        {"signals:" of, test::signals<Switch>}, {"locals:" of, locals<Switch>},                   \
        {"order:" of, order<Switch>}, {"exceptions:" of, exceptions<Switch>},                     \
        {"overflow:" of, overflow<Switch>}, {"many:" of, many<Switch>}, {"fuzz:" of, fuzz<Switch>}, \
        {"protocols:" of, protocols<Switch>},

const Named ALL[] = {
    TASK_TESTS("preserve-none", PreserveNone)
    TASK_TESTS("preserve-none-ret", PreserveNoneRet)
};

} // namespace

int main(int count, char **words) { return run(ALL, count, words); }
