// Generators and tasks over Boost.Context: their order, what they throw, and what they leave.
#include <string>

#include "expect.hpp"
#include "generator.hpp"
#include "tasks.hpp"

namespace {

using namespace test;
using fcontext::Generator;
using fcontext::Out;
using fcontext::Tasks;
using fcontext::Tops;

using Items = std::vector<uint64_t>;

void descend(Out &out, uint64_t depth, bool failing)
{
    Life life;
    out.yield(depth);
    if (depth > 1) {
        descend(out, depth - 1, failing);
    } else if (failing) {
        throw Mishap();
    }
    out.yield(100 + depth);
}

auto nested(uint64_t depth, bool failing)
{
    return Generator([=](Out &out) { descend(out, depth, failing); });
}

void generators()
{
    check(all_of(nested(3, false)) == Items{3, 2, 1, 101, 102, 103}, "items come in order");
    Items got;
    check(fails(nested(3, true), got) && got == Items{3, 2, 1}, "an exception reaches the consumer");
    for (std::size_t wanted = 0; wanted <= 12; wanted++) {
        take(nested(6, false), wanted);
        check(Life::living == 0, "an unfinished one destroys what it made");
    }
}

void nothing_to_yield()
{
    bool failed = false;
    try {
        Generator none([](Out &) { throw Mishap(); });
    } catch (const Mishap &) {
        failed = true;
    }
    check(failed, "one that fails before its first item fails as it is made");
    check(all_of(Generator([](Out &) {})).empty(), "none is none");
}

void turns(Tops tops)
{
    std::string said;
    Tasks tasks(3, 1, tops);
    auto body = [&](Tasks::Here &here, std::size_t i) {
        for (int turn = 0; turn < (i == 1 ? 1 : 3); turn++) {
            said += static_cast<char>('a' + i);
            here.yield();
        }
        said += '.';
    };
    tasks.run(body);
    check(said == "abca.cac..", "all take turns until each has ended");
    said.clear();
    tasks.run(body);
    check(said == "abca.cac..", "and can be run again");
}

void pauses()
{
    Tasks tasks(2, 1, Tops::EQUAL);
    std::size_t turns = 0;
    auto body = [&](Tasks::Here &here, std::size_t) {
        for (;;) {
            if (++turns % 10 == 0) {
                tasks.pause();
            } else {
                here.yield();
            }
        }
    };
    tasks.run(body);
    check(turns == 10, "a pause comes back");
    tasks.go_on();
    check(turns == 20, "and all go on after it");
}

} // namespace

int main()
{
    generators();
    nothing_to_yield();
    turns(Tops::EQUAL);
    turns(Tops::RANDOM);
    pauses();
}
