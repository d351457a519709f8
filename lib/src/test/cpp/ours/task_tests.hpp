// Tests of tasks, over any of the switches.
#pragma once

#include <random>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#include "../../../main/cpp/shared/clients.hpp"
#include "check.hpp"
#include "signals.hpp"
#include "tasks.hpp"

namespace test {

template <class Switch> void order()
{
    ours::Tasks<Switch> tasks(3, ours::ALIGNED, 1);
    std::string said;
    auto body = [&](auto &here, std::size_t index) {
        for (std::size_t i = 0; i <= index; i++) {
            said += static_cast<char>('a' + index);
            here.yield();
        }
    };
    tasks.run(body);
    check(said == "abcbcc", "tasks take turns in order, and who has ended is left out");
    tasks.run(body);
    check(said == "abcbccabcbcc", "the same stacks serve again");
}

#if defined(__x86_64__)
template <class Switch> void signals()
{
    ours::Tasks<Switch> tasks(3, ours::ALIGNED, 1);
    std::uint64_t sum = 0;
    auto body = [&](auto &here, std::size_t index) {
        for (std::uint64_t i = 0; i < 100; i++) {
            std::uint64_t mine = i * (index + 1);
            here.yield();
            sum += mine;
        }
    };
    long steps = stepped([&] { tasks.run(body); });
    check(steps > 300 * 5, "each step of a switch is interrupted");
    check(sum == 99 * 100 / 2 * 6, "signals within switches do no harm");
}
#endif

struct Failure : std::runtime_error {
    using runtime_error::runtime_error;
};

template <class Here> [[gnu::noinline]] void fail_below(Here &here, int depth)
{
    here.yield();
    if (depth == 0) {
        throw Failure("from below");
    }
    fail_below(here, depth - 1);
    here.yield();
}

template <class Switch> void exceptions()
{
    ours::Tasks<Switch> tasks(4, ours::ALIGNED, 1);
    int caught = 0;
    auto catching = [&](auto &here, std::size_t index) {
        for (int i = 0; i < 10; i++) {
            try {
                fail_below(here, static_cast<int>(index) + i);
            } catch (const Failure &failure) {
                check(std::string_view(failure.what()) == "from below", "the exception is whole");
                caught++;
            }
            here.yield();
        }
    };
    tasks.run(catching);
    check(caught == 40, "exceptions are caught on the stack where they are thrown");

    int ended = 0;
    auto failing = [&](auto &here, std::size_t index) {
        here.yield();
        if (index == 2) {
            fail_below(here, 3);
        }
        ended++;
    };
    bool seen = false;
    try {
        tasks.run(failing);
    } catch (const Failure &) {
        seen = true;
    }
    check(seen && ended == 3, "who waits for tasks gets what one of them threw, after all ended");
}

inline char *guard;

inline void on_fault(int, siginfo_t *info, void *)
{
    auto *address = static_cast<char *>(info->si_addr);
    _exit(address >= guard && address < guard + ours::PAGE ? 42 : 43);
}

[[gnu::noinline]] inline int dig(volatile char *above, int levels)
{
    volatile char here[512];
    here[0] = above == nullptr ? 1 : above[0];
    return levels == 0 ? 0 : dig(here, levels - 1) + here[0];
}

// In a child, which the fault ends.
template <class Switch> void overflow()
{
    pid_t child = fork();
    if (child == 0) {
        static char handlerStack[65536];
        stack_t other = {};
        other.ss_sp = handlerStack;
        other.ss_size = sizeof handlerStack;
        sigaltstack(&other, nullptr);
        struct sigaction fault = {};
        fault.sa_sigaction = on_fault;
        fault.sa_flags = SA_SIGINFO | SA_ONSTACK;
        sigaction(SIGSEGV, &fault, nullptr);
        ours::Tasks<Switch> tasks(3, ours::ALIGNED_RANDOM, 1);
        check(tasks.stacks().guarded(), "few stacks are guarded");
        auto body = [&](auto &here, std::size_t index) {
            here.yield();
            if (index == 1) {
                guard = tasks.stacks().bottom(1);
                dig(nullptr, 1 << 20);
            }
        };
        tasks.run(body);
        _exit(44);
    }
    int status;
    waitpid(child, &status, 0);
    check(WIFEXITED(status) && WEXITSTATUS(status) == 42,
          "running over the end of a stack meets its guard");
}

template <class Switch> void many()
{
    constexpr std::size_t COUNT = 100000;
    ours::Tasks<Switch> tasks(COUNT, ours::SMALL, 1);
    std::uint64_t turn = 0;
    auto body = [&](auto &here, std::size_t index) {
        for (std::uint64_t round = 0; round < 3; round++) {
            check(turn == round * COUNT + index, "100 000 tasks take turns in order");
            turn++;
            here.yield();
        }
    };
    tasks.run(body);
    check(turn == 3 * COUNT, "100 000 tasks end");
}

// What a task of the fuzz does: in each step it says a number, so deep in calls, and yields or not.
struct Step {
    int depth;
    bool yields;
};

using Script = std::vector<Step>;
using Said = std::vector<std::pair<std::size_t, std::size_t>>;

template <class Here>
[[gnu::noinline]] void act(Here &here, int depth, Step step, Said &said, std::size_t who,
                           std::size_t what)
{
    if (depth < step.depth) {
        act(here, depth + 1, step, said, who, what);
        check(depth >= 0, "a caller's variables are its own");
        return;
    }
    said.emplace_back(who, what);
    if (step.yields) {
        here.yield();
    }
}

inline std::vector<Script> random_scripts(std::mt19937_64 &random)
{
    std::vector<Script> scripts(1 + random() % 20);
    for (Script &script : scripts) {
        script.resize(random() % 30);
        for (Step &step : script) {
            step = {static_cast<int>(random() % 8), random() % 3 != 0};
        }
    }
    return scripts;
}

// The reference: the same by a list of who is ready and how far each is.
inline Said interpreted(const std::vector<Script> &scripts)
{
    Said said;
    std::vector<std::size_t> at(scripts.size(), 0);
    std::vector<bool> ended(scripts.size(), false);
    for (std::size_t left = scripts.size(); left > 0;) {
        for (std::size_t who = 0; who < scripts.size(); who++) {
            bool yields = ended[who];
            while (!yields) {
                if (at[who] == scripts[who].size()) {
                    ended[who] = true;
                    left--;
                    break;
                }
                said.emplace_back(who, at[who]);
                yields = scripts[who][at[who]++].yields;
            }
        }
    }
    return said;
}

template <class Switch> void fuzz()
{
    std::mt19937_64 random(20240917);
    for (int round = 0; round < 300; round++) {
        std::vector<Script> scripts = random_scripts(random);
        ours::Layout layouts[] = {ours::ALIGNED, ours::ALIGNED_RANDOM};
        ours::Tasks<Switch> tasks(scripts.size(), layouts[random() % 2], random());
        Said said;
        auto body = [&](auto &here, std::size_t who) {
            for (std::size_t what = 0; what < scripts[who].size(); what++) {
                act(here, 0, scripts[who][what], said, who, what);
            }
        };
        tasks.run(body);
        check(said == interpreted(scripts), "random yields come in the reference's order");
    }
}

template <template <class> class Client, class Switch>
void clients_of(std::size_t bodyBytes, std::size_t segmentBytes)
{
    ours::Tasks<Switch> tasks(clients::CLIENTS, ours::ALIGNED_RANDOM, 1);
    clients::Crowd<Client> crowd(bodyBytes, segmentBytes);
    check(crowd.in_turns(tasks, 40) == 40, "every request is answered");
    check(crowd.one_by_one(20) == 20, "every request is answered");
}

// Responses torn in pieces of any size; each client checks every piece.
template <class Switch> void protocols()
{
    for (std::size_t segment : {1, 7, 64, 1460}) {
        for (std::size_t bytes : {1, 1000, 65536, 70001}) {
            clients_of<clients::HttpClient, Switch>(bytes, segment);
            clients_of<clients::RpcClient, Switch>(bytes, segment);
        }
    }
}

} // namespace test
