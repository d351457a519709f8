// Many generators at once, each on a stack of its own, resumed and destroyed in random order.
#pragma once

#include <map>

#include "generator_tests.hpp"

namespace test {

struct Powers {
    uint64_t base;
    uint64_t count;

    template <class Way> void operator()(Out<Way> &out)
    {
        Life life;
        uint64_t power = 1;
        for (uint64_t i = 0; i < count; i++) {
            out.yield(power);
            power *= base;
        }
    }
};

template <class Way> struct Live {
    Live(char *top, Powers powers) : body(powers), generator(top, body) {}

    Powers body;
    Generator<Way, Powers> generator;
    uint64_t taken = 0;
    uint64_t power = 1;
};

// Resumes one and compares it with what it should yield; false once it has ended.
template <class Way> [[gnu::noinline]] bool goes_on(Live<Way> &live)
{
    check(static_cast<bool>(live.generator) == (live.taken < live.body.count),
          "a generator ends after its last value");
    if (!live.generator) {
        return false;
    }
    check(live.generator.value() == live.power, "values of each are its own");
    live.taken++;
    live.power *= live.body.base;
    live.generator.resume();
    return true;
}

template <class Way> void alive()
{
    constexpr std::size_t MOST = 50;
    std::mt19937_64 random(5);
    Rooms<Way> rooms(MOST, 1);
    std::map<std::size_t, std::unique_ptr<Live<Way>>> all;
    for (int step = 0; step < 200000; step++) {
        std::size_t which = random() % MOST;
        auto &live = all[which];
        if (!live) {
            live = std::make_unique<Live<Way>>(rooms[which],
                                               Powers{random() % 9 + 1, random() % 100});
        } else if (random() % 200 == 0 || !goes_on(*live)) {
            live.reset();
        }
    }
    all.clear();
    check(living == 0, "all are destroyed");
}

} // namespace test
