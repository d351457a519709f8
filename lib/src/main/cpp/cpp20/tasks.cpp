// C++20's coroutines as tasks that take turns.
#include "frames.hpp"
#include "strands.hpp"
#include "task.hpp"

#include "../shared/coroutine_yield.hpp"
#include "../shared/write_fully.hpp"

namespace {

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

template <class Way> class YieldRing {
  public:
    YieldRing(std::size_t count, std::uint64_t) : strands_(count) {}

    template <std::size_t place> std::uint64_t yields(std::uint64_t rounds)
    {
        rounds_ = rounds;
        yields_ = 0;
        if (tasks_.empty()) {
            for (std::size_t i = 0; i < strands_.count(); i++) {
                tasks_.push_back(turns<place>());
            }
            strands_.run(tasks_);
        } else {
            strands_.go_on();
        }
        return yields_;
    }

  private:
    using Turns = Task<Way, HeapFrames>;

    // Whoever is last to have had its turns pauses all; that is its last yield.
    template <std::size_t place> [[gnu::noinline]] Turns turns()
    {
        for (;;) {
            bench::at_place<place>();
            std::uint64_t done = 1;
            for (std::uint64_t rounds = rounds_; done < rounds; done++) {
                co_await Yield<Way>();
            }
            yields_ += done;
            if (++ended_ == tasks_.size()) {
                ended_ = 0;
                co_await Pause<Way>();
            } else {
                co_await Yield<Way>();
            }
        }
    }

    Strands<Way> strands_;
    std::vector<Turns> tasks_;
    std::uint64_t rounds_ = 0;
    std::uint64_t yields_ = 0;
    std::uint64_t ended_ = 0;
};

// The functions of write-fully. Each is a coroutine, since it waits or calls one that does.
template <class Way, class Frames, std::size_t place> struct Writing {
    using Step = Task<Way, Frames>;

    [[gnu::noinline]] static Step wait_for_ready() { co_await Yield<Way>(); }

    [[gnu::noinline]] static Step write_fully(bench::Connection &connection, bench::Load load)
    {
        bench::at_place<place>();
        for (long left = load.bytes; left > 0;) {
            co_await wait_for_ready();
            left -= bench::send_some(connection, left, load.most);
        }
    }

    static Step task(bench::Connection &connection, bench::Load load)
    {
        co_await write_fully(connection, load);
    }

    [[gnu::noinline]] static Step wait_often(long waits)
    {
        bench::at_place<place>();
        for (long left = waits; left > 0; left--) {
            co_await wait_for_ready();
        }
    }

    static Step waiting_task(long waits) { co_await wait_often(waits); }
};

template <template <Counting> class Way, class Frames> class Writers {
  public:
    Writers(std::size_t count, std::uint64_t) : count_(count) {}

    template <std::size_t place>
    void send(std::vector<bench::Connection> &connections, bench::Load load)
    {
        send_counting<Counting::OFF, place>(connections, load);
    }

    template <std::size_t place> void wait(bench::Load load)
    {
        using Plain = Way<Counting::OFF>;
        run<Plain>(
            [&](std::size_t) { return Writing<Plain, Frames, place>::waiting_task(load.sends()); });
    }

    std::uint64_t scheduler_runs(std::vector<bench::Connection> &connections, bench::Load load)
    {
        Ring::schedulerRuns = 0;
        send_counting<Counting::ON, 0>(connections, load);
        return Ring::schedulerRuns;
    }

  private:
    template <Counting counting, std::size_t place>
    void send_counting(std::vector<bench::Connection> &connections, bench::Load load)
    {
        run<Way<counting>>([&](std::size_t i) {
            return Writing<Way<counting>, Frames, place>::task(connections[i], load);
        });
    }

    template <class Counted, class Begin> void run(Begin begin)
    {
        std::vector<Task<Counted, Frames>> tasks;
        tasks.reserve(count_);
        for (std::size_t i = 0; i < count_; i++) {
            tasks.push_back(begin(i));
        }
        Strands<Counted>(count_).run(tasks);
    }

    std::size_t count_;
};

constexpr bench::Case CASES[] = {
    {"coroutine-yield", "cpp20-scheduler",
     bench::coroutine_yield<YieldRing<ByScheduler<Counting::OFF>>>},
    {"coroutine-yield", "cpp20-symmetric",
     bench::coroutine_yield<YieldRing<Symmetric<Counting::OFF>>>},
    {"write-fully", "cpp20-scheduler", bench::write_fully<Writers<ByScheduler, HeapFrames>>},
    {"write-fully", "cpp20-scheduler-pooled",
     bench::write_fully<Writers<ByScheduler, PooledFrames>>},
    {"write-fully", "cpp20-symmetric", bench::write_fully<Writers<Symmetric, HeapFrames>>},
    {"write-fully", "cpp20-pooled", bench::write_fully<Writers<Symmetric, PooledFrames>>},
};

} // namespace

int main(int count, char **words) { return bench::run_case(CASES, count, words); }
