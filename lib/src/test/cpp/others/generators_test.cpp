// Generators of C++20's coroutines: their order, what they throw, and what they leave.
#include <memory>
#include <random>

#include "expect.hpp"
#include "generator.hpp"
#include "recursive_generator.hpp"

namespace {

using namespace test;
using cpp20::elements_of;
using cpp20::Generator;
using cpp20::RecursiveGenerator;

using Items = std::vector<uint64_t>;

Generator plain_countdown(uint64_t most, bool failing)
{
    Life life;
    for (; most != 0; --most) {
        Life each;
        co_yield most;
    }
    if (failing) {
        throw Mishap();
    }
}

Generator plain_nested(uint64_t depth, bool failing)
{
    Life life;
    co_yield depth;
    if (depth > 1) {
        for (uint64_t item : plain_nested(depth - 1, failing)) {
            co_yield item;
        }
    } else if (failing) {
        throw Mishap();
    }
    co_yield 100 + depth;
}

RecursiveGenerator nested(uint64_t depth, bool failing)
{
    Life life;
    co_yield depth;
    if (depth > 1) {
        co_yield elements_of(nested(depth - 1, failing));
    } else if (failing) {
        throw Mishap();
    }
    co_yield 100 + depth;
}

RecursiveGenerator catching()
{
    Life life;
    bool caught = false;
    try {
        co_yield elements_of(nested(3, true));
    } catch (const Mishap &) {
        caught = true;
    }
    co_yield caught ? 7 : 8;
    co_yield elements_of(nested(1, false));
}

RecursiveGenerator chain(uint64_t depth)
{
    if (depth > 0) {
        co_yield elements_of(chain(depth - 1));
    }
    co_yield depth + 1;
}

// A tree of handing over, drawn from `random`. What it should yield is put into `expected`.
struct Plan {
    std::vector<std::unique_ptr<Plan>> within;
    uint64_t item;
};

std::unique_ptr<Plan> drawn(std::mt19937_64 &random, int depth)
{
    auto plan = std::make_unique<Plan>();
    plan->item = random() % 1000;
    std::size_t count = depth == 0 ? 0 : random() % 4;
    for (std::size_t i = 0; i < count; i++) {
        plan->within.push_back(drawn(random, depth - 1));
    }
    return plan;
}

void expected(const Plan &plan, Items &items)
{
    for (const auto &part : plan.within) {
        expected(*part, items);
        items.push_back(plan.item);
    }
}

RecursiveGenerator followed(const Plan &plan)
{
    for (const auto &part : plan.within) {
        co_yield elements_of(followed(*part));
        co_yield uint64_t{plan.item};
    }
}

void order()
{
    check(all_of(plain_countdown(3, false)) == Items{3, 2, 1}, "it counts down");
    check(all_of(plain_countdown(0, false)).empty(), "none is none");
    Items both{3, 2, 1, 101, 102, 103};
    check(all_of(plain_nested(3, false)) == both, "nested ones hand on in order");
    check(all_of(nested(3, false)) == both, "those within come in order");
    check(Life::living == 0, "who ends destroys what it made");
}

void exceptions()
{
    Items got;
    check(fails(plain_countdown(2, true), got) && got == Items{2, 1}, "it reaches the consumer");
    got.clear();
    check(fails(plain_nested(3, true), got) && got == Items{3, 2, 1}, "through each level");
    got.clear();
    check(fails(nested(3, true), got) && got == Items{3, 2, 1}, "through those within, too");
    got.clear();
    check(!fails(catching(), got), "one that is caught stays within");
    check(got == Items{3, 2, 1, 7, 1, 101}, "and who caught it goes on");
    check(Life::living == 0, "an exception destroys what was made");
}

void destruction()
{
    for (std::size_t wanted = 0; wanted <= 12; wanted++) {
        take(plain_countdown(10, false), wanted);
        take(plain_nested(6, false), wanted);
        take(nested(6, false), wanted);
        check(Life::living == 0, "an unfinished one destroys what it made");
    }
    auto unused = nested(3, false);
}

void depth()
{
    constexpr uint64_t DEEP = 2000;
    Items all = all_of(chain(DEEP));
    check(all.size() == DEEP + 1 && all.front() == 1 && all.back() == DEEP + 1, "deep ones end");
}

void fuzz()
{
    std::mt19937_64 random(20231128);
    for (int i = 0; i < 300; i++) {
        std::unique_ptr<Plan> plan = drawn(random, 6);
        Items right;
        expected(*plan, right);
        check(all_of(followed(*plan)) == right, "any tree is walked in order");
    }
}

} // namespace

int main()
{
    order();
    exceptions();
    destruction();
    depth();
    fuzz();
}
