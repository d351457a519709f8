// Tasks of C++20's coroutines: whose turn it is, what they throw, and what they leave.
#include <string>

#include "expect.hpp"
#include "frames.hpp"
#include "task.hpp"

namespace {

using namespace test;
using cpp20::ByScheduler;
using cpp20::Counting;
using cpp20::HeapFrames;
using cpp20::Pause;
using cpp20::PooledFrames;
using cpp20::Ring;
using cpp20::Strands;
using cpp20::Symmetric;
using cpp20::Task;
using cpp20::Yield;

template <class Way, class Frames> struct Tests {
    using Step = Task<Way, Frames>;

    static inline std::string said;

    static Step spelled(char letter, int times)
    {
        Life life;
        for (int i = 0; i < times; i++) {
            said += letter;
            co_await Yield<Way>();
        }
    }

    static Step task(char letter, int times)
    {
        Life life;
        co_await spelled(letter, times);
        said += '.';
    }

    static void order()
    {
        said.clear();
        std::vector<Step> tasks;
        for (int i = 0; i < 3; i++) {
            tasks.push_back(task(static_cast<char>('a' + i), i == 1 ? 1 : 3));
        }
        Strands<Way>(3).run(tasks);
        check(said == "abca.cac..", "all take turns until each has ended");
        check(Life::living == 0, "who ends destroys what it made");
    }

    static Step failing(int depth)
    {
        Life life;
        co_await Yield<Way>();
        if (depth == 0) {
            throw Mishap();
        }
        co_await failing(depth - 1);
    }

    static Step catching(int &caught)
    {
        try {
            co_await failing(5);
        } catch (const Mishap &) {
            caught++;
        }
    }

    static void exceptions()
    {
        int caught = 0;
        std::vector<Step> tasks;
        for (int i = 0; i < 4; i++) {
            tasks.push_back(catching(caught));
        }
        Strands<Way>(4).run(tasks);
        check(caught == 4, "an exception goes through all that await");
        check(Life::living == 0, "an exception destroys what was made");
    }

    static Step endless(int &turns)
    {
        Life life;
        for (;;) {
            if (++turns % 10 == 0) {
                co_await Pause<Way>();
            } else {
                co_await spelled('x', 1);
            }
        }
    }

    static void destruction()
    {
        int turns = 0;
        {
            std::vector<Step> tasks;
            for (int i = 0; i < 3; i++) {
                tasks.push_back(endless(turns));
            }
            Strands<Way> strands(3);
            strands.run(tasks);
            check(turns == 10, "a pause comes back");
            strands.go_on();
            check(turns == 20, "and all go on after it");
            check(Life::living > 3, "none has ended");
        }
        check(Life::living == 0, "unfinished ones destroy what they made, innermost too");
    }

    static uint64_t runs(int times)
    {
        Ring::schedulerRuns = 0;
        std::vector<Step> tasks;
        tasks.push_back(task('x', times));
        tasks.push_back(task('y', times));
        Strands<Way>(2).run(tasks);
        return Ring::schedulerRuns;
    }

    static void all()
    {
        order();
        exceptions();
        destruction();
    }
};

void counts()
{
    uint64_t symmetric = Tests<Symmetric<Counting::ON>, HeapFrames>::runs(100);
    uint64_t scheduled = Tests<ByScheduler<Counting::ON>, HeapFrames>::runs(100);
    check(symmetric == 2 * (100 + 1), "symmetric transfer asks the scheduler when it yields or ends");
    check(scheduled > symmetric, "others ask it whenever they await, too");
}

} // namespace

int main()
{
    Tests<ByScheduler<Counting::OFF>, HeapFrames>::all();
    Tests<ByScheduler<Counting::OFF>, PooledFrames>::all();
    Tests<Symmetric<Counting::OFF>, HeapFrames>::all();
    Tests<Symmetric<Counting::OFF>, PooledFrames>::all();
    counts();
}
