// The workload write-fully: tasks send all of their bytes, some at a time, and let the others run
// before each send. What systems of coroutines share of it; each writes the functions that wait.
#pragma once

#include <vector>

#include "bench.hpp"
#include "place.hpp"

namespace bench {

struct Connection {
    long sent = 0;
};

// What each task sends.
struct Load {
    long bytes; // in all
    long most;  // at once

    long sends() const { return (bytes + most - 1) / most; }
};

// The socket takes exactly so much each time, as the paper assumes.
[[gnu::noinline]] inline long send_some(Connection &connection, long left, long most)
{
    long sent = left < most ? left : most;
    connection.sent += sent;
    return sent;
}

// The same nested calls by functions that never switch: their wait does nothing.
template <std::size_t place>
[[gnu::noinline]] void write_fully_without_waits(Connection &connection, Load load)
{
    at_place<place>();
    for (long left = load.bytes; left > 0;) {
        barrier();
        left -= send_some(connection, left, load.most);
    }
}

// Repeats `all`, which has every task send its bytes, until there were so many sends.
template <class All>
std::uint64_t sent_by(std::size_t tasks, Load load, std::uint64_t operations, All all)
{
    std::uint64_t done = 0;
    do {
        std::vector<Connection> connections(tasks);
        all(connections);
        for (const Connection &connection : connections) {
            expect(static_cast<std::uint64_t>(connection.sent),
                   static_cast<std::uint64_t>(load.bytes), "the number of bytes sent");
        }
        done += tasks * static_cast<std::uint64_t>(load.sends());
    } while (done < operations);
    return done;
}

// System(tasks, seed) has, each for all tasks together,
//   send<place>(connections, load)    which sends everything,
//   wait<place>(load)                 which has them wait as often and send nothing,
//   scheduler_runs(connections, load) which sends everything and counts the scheduler's runs.
template <class System> void write_fully(const Options &options)
{
    if (options.tasks < 1 || options.taskBytes < 1 || options.sendBytes < 1) {
        give_up("--tasks, --task-bytes and --send-bytes want 1 or more");
    }
    auto tasks = static_cast<std::size_t>(options.tasks);
    Load load{options.taskBytes, options.sendBytes};
    System system(tasks, options.seed);
    std::vector<Connection> counted(tasks);
    double sends = static_cast<double>(options.tasks) * static_cast<double>(load.sends());
    double runs = static_cast<double>(system.scheduler_runs(counted, load)) / sends;
    at_some_place(options.seed, [&]<std::size_t place>() {
        auto sent = [&](std::uint64_t operations) {
            return sent_by(tasks, load, operations, [&](std::vector<Connection> &connections) {
                system.template send<place>(connections, load);
            });
        };
        auto sentAtOnce = [&](std::uint64_t operations) {
            return sent_by(tasks, load, operations, [&](std::vector<Connection> &connections) {
                for (Connection &connection : connections) {
                    write_fully_without_waits<place>(connection, load);
                }
            });
        };
        auto waited = [&](std::uint64_t operations) {
            std::uint64_t done = 0;
            do {
                system.template wait<place>(load);
                done += tasks * static_cast<std::uint64_t>(load.sends());
            } while (done < operations);
            return done;
        };
        std::uint64_t waits = batch(waited);
        report(sent, sentAtOnce, [&](double, double) {
            std::printf(" schedulerNs=%.5f schedulerRuns=%.4f", timed(waited, waits).ns, runs);
        });
    });
}

} // namespace bench
