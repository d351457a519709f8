// Boost.Context without anything above it.
#include "generator.hpp"
#include "tasks.hpp"

#include "../shared/clients.hpp"
#include "../shared/coroutine_yield.hpp"
#include "../shared/hanoi.hpp"
#include "../shared/pipeline.hpp"
#include "../shared/sequence_sum.hpp"
#include "../shared/tree_walk.hpp"
#include "../shared/write_fully.hpp"

namespace {

using fcontext::Generator;
using fcontext::Out;
using fcontext::Tasks;
using fcontext::Tops;
using Here = fcontext::Tasks::Here;

template <std::size_t place> void solve(Out &out, char disks, char from, char to, char by)
{
    if (disks == 0) {
        return;
    }
    bench::at_place<place>();
    solve<place>(out, bench::one_less(disks), from, by, to);
    out.yield(bench::hanoi_move(disks, from, to));
    solve<place>(out, bench::one_less(disks), by, to, from);
}

template <std::size_t place> void visit(Out &out, const bench::Node *node)
{
    if (node == nullptr) {
        return;
    }
    bench::at_place<place>();
    visit<place>(out, node->left);
    out.yield(node->value);
    visit<place>(out, node->right);
}

template <std::size_t place> struct Stage {
    long stages;
    std::uint64_t items;

    void operator()(Out &out)
    {
        if (stages == 1) {
            for (std::uint64_t item = 0; item < items; item++) {
                out.yield(item + 1);
            }
            return;
        }
        Generator before(Stage{stages - 1, items});
        bench::at_place<place>();
        for (std::uint64_t item : before) {
            out.yield(item + 1);
        }
    }
};

struct Generated {
    template <std::size_t place> static auto countdown(std::uint64_t most)
    {
        return Generator([most](Out &out) {
            bench::at_place<place>();
            for (std::uint64_t count = most; count != 0; --count) {
                out.yield(count);
            }
        });
    }

    template <std::size_t place> static auto hanoi(char disks)
    {
        return Generator([disks](Out &out) { solve<place>(out, disks, 'a', 'b', 'c'); });
    }

    template <std::size_t place> static auto walk(const bench::Node *root)
    {
        return Generator([root](Out &out) { visit<place>(out, root); });
    }

    template <std::size_t place> static auto stage(long stages, std::uint64_t items)
    {
        return Generator(Stage<place>{stages, items});
    }
};

template <Tops tops> class Ring {
  public:
    Ring(std::size_t count, std::uint64_t seed) : tasks_(count, seed, tops) {}

    template <std::size_t place> std::uint64_t yields(std::uint64_t rounds)
    {
        rounds_ = rounds;
        yields_ = 0;
        if (started_) {
            tasks_.go_on();
        } else {
            started_ = true;
            auto body = [this](Here &here, std::size_t) { run<place>(here); };
            tasks_.run(body);
        }
        return yields_;
    }

  private:
    template <std::size_t place> [[gnu::noinline]] std::uint64_t turns(Here here)
    {
        bench::at_place<place>();
        std::uint64_t done = 1;
        for (; done < rounds_; done++) {
            here.yield();
        }
        return done;
    }

    // Whoever is last to have had its turns pauses all; that is its last yield.
    template <std::size_t place> void run(Here here)
    {
        for (;;) {
            yields_ += turns<place>(here);
            if (++ended_ == tasks_.count()) {
                ended_ = 0;
                tasks_.pause();
            } else {
                here.yield();
            }
        }
    }

    Tasks tasks_;
    bool started_ = false;
    std::uint64_t rounds_ = 0;
    std::uint64_t yields_ = 0;
    std::uint64_t ended_ = 0;
};

// Counts how often the next task is chosen.
struct CountedHere {
    Here here;
    std::uint64_t &yields;

    void yield()
    {
        yields++;
        here.yield();
    }
};

// Inlined, as in our own systems: each return after a jump_fcontext, which ends by a jump, is
// mispredicted.
template <class AnyHere> [[gnu::always_inline]] inline void wait_for_ready(AnyHere here)
{
    here.yield();
}

template <std::size_t place, class AnyHere>
[[gnu::noinline]] void write_fully(AnyHere here, bench::Connection &connection, bench::Load load)
{
    bench::at_place<place>();
    for (long left = load.bytes; left > 0;) {
        wait_for_ready(here);
        left -= bench::send_some(connection, left, load.most);
    }
}

template <std::size_t place> [[gnu::noinline]] void wait_often(Here here, long waits)
{
    bench::at_place<place>();
    for (long left = waits; left > 0; left--) {
        wait_for_ready(here);
    }
}

template <Tops tops> class Writers {
  public:
    Writers(std::size_t count, std::uint64_t seed) : tasks_(count, seed, tops) {}

    template <std::size_t place>
    void send(std::vector<bench::Connection> &connections, bench::Load load)
    {
        auto task = [&](Here &here, std::size_t i) {
            write_fully<place>(here, connections[i], load);
        };
        tasks_.run(task);
    }

    template <std::size_t place> void wait(bench::Load load)
    {
        auto task = [&](Here &here, std::size_t) { wait_often<place>(here, load.sends()); };
        tasks_.run(task);
    }

    std::uint64_t scheduler_runs(std::vector<bench::Connection> &connections, bench::Load load)
    {
        std::uint64_t yields = 0;
        auto task = [&](Here &here, std::size_t i) {
            write_fully<0>(CountedHere{here, yields}, connections[i], load);
        };
        tasks_.run(task);
        return yields;
    }

  private:
    Tasks tasks_;
};

void ask(const bench::Options &options)
{
    Tasks tasks(clients::CLIENTS, options.seed, Tops::EQUAL);
    clients::measure_asked(options, tasks);
}

constexpr const char *EQUAL = "boost-context";
constexpr const char *RANDOM = "boost-context-random";

constexpr bench::Case CASES[] = {
    {"sequence-sum", EQUAL, bench::sequence_sum<Generated>},
    {"hanoi", EQUAL, bench::hanoi<Generated>},
    {"tree-walk", EQUAL, bench::tree_walk<Generated>},
    {"pipeline", EQUAL, bench::pipeline<Generated>},
    {"coroutine-yield", EQUAL, bench::coroutine_yield<Ring<Tops::EQUAL>>},
    {"write-fully", EQUAL, bench::write_fully<Writers<Tops::EQUAL>>},
    {"clients", EQUAL, ask},
    {"coroutine-yield", RANDOM, bench::coroutine_yield<Ring<Tops::RANDOM>>},
    {"write-fully", RANDOM, bench::write_fully<Writers<Tops::RANDOM>>},
};

} // namespace

int main(int count, char **words) { return bench::run_case(CASES, count, words); }
