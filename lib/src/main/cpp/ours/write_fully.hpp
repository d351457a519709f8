// The workload write-fully: tasks send all of their bytes, some at a time, and let the others run
// before each send.
#pragma once

#include <vector>

#include "../shared/bench.hpp"
#include "place.hpp"
#include "../shared/switching.hpp"
#include "tasks.hpp"

namespace ours {

struct Connection {
    long sent = 0;
};

// The socket takes exactly so much each time, as the paper assumes.
[[gnu::noinline]] inline long send_some(Connection &connection, long left, long most)
{
    long sent = left < most ? left : most;
    connection.sent += sent;
    return sent;
}

template <class Here> OURS_INLINE void wait_for_ready(Here &here) { here.yield(); }

template <std::size_t place, class Here>
[[gnu::noinline]] SWITCHING void write_fully(Here &here, Connection &connection, long bytes,
                                                  long most)
{
    at_place<place>();
    for (long left = bytes; left > 0;) {
        wait_for_ready(here);
        left -= send_some(connection, left, most);
    }
}

// The same number of waits, and nothing else.
template <std::size_t place, class Here>
[[gnu::noinline]] SWITCHING void wait_only(Here &here, long waits)
{
    at_place<place>();
    for (long left = waits; left > 0; left--) {
        wait_for_ready(here);
    }
}

// A wait that does nothing.
struct Ready {
    OURS_INLINE void yield() { bench::barrier(); }
};

// Counts how often the scheduler is asked for the next.
template <class Here> struct Counted {
    Here &here;
    std::uint64_t &runs;

    OURS_INLINE void yield()
    {
        runs++;
        here.yield();
    }
};

template <class Switch, const Layout &layout> struct WriteFully {
    template <std::size_t place> class Run {
      public:
        explicit Run(const bench::Options &options)
            : tasks_(static_cast<std::size_t>(options.tasks), layout, options.seed),
              bytes_(options.taskBytes), most_(options.sendBytes),
              sendsEach_((bytes_ + most_ - 1) / most_)
        {
        }

        std::uint64_t gross(std::uint64_t operations)
        {
            return repeated(operations, [this](auto &connections) {
                auto body = [&](auto &here, std::size_t i) {
                    write_fully<place>(here, connections[i], bytes_, most_);
                };
                tasks_.run(body);
            });
        }

        std::uint64_t baseline(std::uint64_t operations)
        {
            return repeated(operations, [this](auto &connections) {
                Ready ready;
                for (Connection &connection : connections) {
                    write_fully<place>(ready, connection, bytes_, most_);
                }
            });
        }

        std::uint64_t scheduling(std::uint64_t operations)
        {
            std::uint64_t done = 0;
            do {
                auto body = [this](auto &here, std::size_t) { wait_only<place>(here, sendsEach_); };
                tasks_.run(body);
                done += sends();
            } while (done < operations);
            return done;
        }

        double scheduler_runs()
        {
            std::uint64_t runs = 0;
            Connection connection;
            auto body = [&](auto &here, std::size_t) {
                Counted<std::remove_reference_t<decltype(here)>> counted{here, runs};
                write_fully<place>(counted, connection, bytes_, most_);
            };
            tasks_.run(body);
            return static_cast<double>(runs) / static_cast<double>(sends());
        }

      private:
        std::uint64_t sends() const
        {
            return tasks_.count() * static_cast<std::uint64_t>(sendsEach_);
        }

        template <class All> std::uint64_t repeated(std::uint64_t operations, All all)
        {
            std::uint64_t done = 0;
            do {
                std::vector<Connection> connections(tasks_.count());
                all(connections);
                for (const Connection &connection : connections) {
                    bench::expect(static_cast<std::uint64_t>(connection.sent),
                                  static_cast<std::uint64_t>(bytes_), "the number of bytes sent");
                }
                done += sends();
            } while (done < operations);
            return done;
        }

        Tasks<Switch> tasks_;
        long bytes_;
        long most_;
        long sendsEach_;
    };

    template <std::size_t place> static void measure(const bench::Options &options)
    {
        Run<place> run(options);
        double runs = run.scheduler_runs();
        auto scheduling = [&](std::uint64_t operations) { return run.scheduling(operations); };
        std::uint64_t operations = bench::batch(scheduling);
        bench::report([&](std::uint64_t sends) { return run.gross(sends); },
                      [&](std::uint64_t sends) { return run.baseline(sends); },
                      [&](double, double) {
                          std::printf(" schedulerNs=%.5f schedulerRuns=%.4f",
                                      bench::timed(scheduling, operations).ns, runs);
                      });
    }
};

template <class Switch, const Layout &layout> void write_all(const bench::Options &options)
{
    if (options.tasks < 1 || options.taskBytes < 1 || options.sendBytes < 1) {
        bench::give_up("--tasks, --task-bytes and --send-bytes want 1 or more");
    }
    at_some_place<WriteFully<Switch, layout>>(options);
}

} // namespace ours
