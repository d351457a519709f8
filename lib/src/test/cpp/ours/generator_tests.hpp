// Tests of generators, over any of the ways to switch.
#pragma once

#include <memory>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "check.hpp"
#include "rooms.hpp"
#include "signals.hpp"

namespace test {

using ours::Generator;
using ours::Out;
using ours::Rooms;
using std::uint64_t;

// Counts objects that live on generators' stacks.
inline int living;

struct Life {
    Life() { living++; }
    ~Life() { living--; }
};

template <class Way> [[gnu::noinline]] uint64_t summed(const Rooms<Way> &rooms, uint64_t most)
{
    auto body = [most](Out<Way> &out) {
        Life life;
        for (uint64_t count = most; count != 0; --count) {
            out.yield(count);
        }
    };
    uint64_t sum = 0;
    for (Generator<Way, decltype(body)> numbers(rooms[0], body); numbers; numbers.resume()) {
        sum += numbers.value();
    }
    return sum;
}

template <class Way> void sums()
{
    Rooms<Way> rooms(1, 1);
    for (uint64_t most : {0, 1, 2, 1000}) {
        check(summed<Way>(rooms, most) == most * (most + 1) / 2, "the sum is right");
        check(living == 0, "who ends destroys what it made");
    }
}

#if defined(__x86_64__)
template <class Way> void generator_signals()
{
    Rooms<Way> rooms(1, 1);
    uint64_t sum = 0;
    long steps = stepped([&] { sum = summed<Way>(rooms, 200); });
    check(steps > 200 * 6, "each step of a switch is interrupted");
    check(sum == 200 * 201 / 2, "signals within switches do no harm");
}
#endif

template <class Way> [[gnu::noinline]] void descend(Out<Way> &out, int depth)
{
    Life life;
    std::string text(100, static_cast<char>('a' + depth)); // on the heap, for the sanitizer to see
    out.yield(static_cast<uint64_t>(depth));
    if (depth < 20) {
        descend(out, depth + 1);
    }
    out.yield(text.size());
}

template <class Way> [[gnu::noinline]] void take(const Rooms<Way> &rooms, uint64_t wanted)
{
    auto body = [](Out<Way> &out) { descend(out, 0); };
    Generator<Way, decltype(body)> numbers(rooms[0], body);
    for (uint64_t i = 0; i < wanted; i++) {
        check(numbers.value() == (i < 21 ? i : 100), "values come in order");
        numbers.resume();
    }
    check(living > 0 || !numbers, "it is not at its end");
}

template <class Way> void destruction()
{
    Rooms<Way> rooms(1, 1);
    for (uint64_t wanted = 0; wanted <= 42; wanted++) {
        take(rooms, wanted);
        check(living == 0, "destroying an unfinished generator destroys what it made");
    }
}

struct Mishap : std::runtime_error {
    using runtime_error::runtime_error;
};

template <class Way> [[gnu::noinline]] void stumble(Out<Way> &out, int depth)
{
    Life life;
    if (depth == 0) {
        throw Mishap("within");
    }
    if (depth % 2 == 0) {
        out.yield(1);
    }
    stumble(out, depth - 1);
}

// The consumer gets what the generator does not catch.
template <class Way>
[[gnu::noinline]] uint64_t values_before_mishap(const Rooms<Way> &rooms, int depth)
{
    auto body = [depth](Out<Way> &out) { stumble(out, depth); };
    uint64_t values = 0;
    try {
        for (Generator<Way, decltype(body)> numbers(rooms[0], body); numbers; numbers.resume()) {
            values++;
        }
    } catch (const Mishap &mishap) {
        check(std::string_view(mishap.what()) == "within", "the exception is whole");
        return values;
    }
    check(false, "an exception passes to the consumer");
    return 0;
}

// The generator goes on after it caught its own.
template <class Way> [[gnu::noinline]] uint64_t recovered(const Rooms<Way> &rooms)
{
    auto body = [](Out<Way> &out) {
        for (int i = 0; i < 5; i++) {
            try {
                stumble(out, 2);
            } catch (const Mishap &) {
            }
            out.yield(10);
        }
    };
    uint64_t sum = 0;
    for (Generator<Way, decltype(body)> numbers(rooms[0], body); numbers; numbers.resume()) {
        sum += numbers.value();
    }
    return sum;
}

// The consumer throws while the generator is unfinished.
template <class Way> [[gnu::noinline]] void throw_between(const Rooms<Way> &rooms)
{
    auto body = [](Out<Way> &out) { descend(out, 0); };
    for (Generator<Way, decltype(body)> numbers(rooms[0], body); numbers; numbers.resume()) {
        if (numbers.value() == 9) {
            throw Mishap("between");
        }
    }
}

template <class Way> void generator_exceptions()
{
    Rooms<Way> rooms(1, 1);
    for (int depth = 0; depth < 10; depth++) {
        check(values_before_mishap(rooms, depth) == static_cast<uint64_t>(depth / 2),
              "values before the exception are seen");
        check(living == 0, "the exception destroyed what was made");
    }
    check(recovered(rooms) == 55, "a generator goes on after what it caught");
    bool caught = false;
    try {
        throw_between(rooms);
    } catch (const Mishap &mishap) {
        caught = std::string_view(mishap.what()) == "between";
    }
    check(caught && living == 0, "a consumer's exception destroys its unfinished generator");
}

// A generator of the fuzz yields numbers and what generators of its own yield, so many at most.
struct Tree {
    struct Item {
        uint64_t value;
        std::unique_ptr<Tree> below;
        std::size_t most;
    };
    std::vector<Item> items;
};

inline Tree random_tree(std::mt19937_64 &random, int depth)
{
    Tree tree;
    std::size_t count = random() % 8;
    for (std::size_t i = 0; i < count; i++) {
        Tree::Item item{random() % 1000, nullptr, random() % 12};
        if (depth > 0 && random() % 3 == 0) {
            item.below = std::make_unique<Tree>(random_tree(random, depth - 1));
        }
        tree.items.push_back(std::move(item));
    }
    return tree;
}

// The reference: the same by lists.
inline std::vector<uint64_t> interpreted(const Tree &tree)
{
    std::vector<uint64_t> all;
    for (const Tree::Item &item : tree.items) {
        if (!item.below) {
            all.push_back(item.value);
            continue;
        }
        std::vector<uint64_t> below = interpreted(*item.below);
        for (std::size_t i = 0; i < below.size() && i < item.most; i++) {
            all.push_back(below[i] + 1);
        }
    }
    return all;
}

template <class Way> struct TreeBody {
    const Rooms<Way> &rooms;
    const Tree &tree;
    std::size_t depth;

    void operator()(Out<Way> &out)
    {
        Life life;
        for (const Tree::Item &item : tree.items) {
            if (item.below) {
                pass_on(out, item);
            } else {
                out.yield(item.value);
            }
        }
    }

    [[gnu::noinline]] void pass_on(Out<Way> &out, const Tree::Item &item)
    {
        TreeBody below{rooms, *item.below, depth + 1};
        Generator<Way, TreeBody> inner(rooms[depth + 1], below);
        for (std::size_t i = 0; inner && i < item.most; i++) {
            out.yield(inner.value() + 1);
            inner.resume();
        }
    }
};

template <class Way>
[[gnu::noinline]] std::vector<uint64_t> generated(const Rooms<Way> &rooms, const Tree &tree,
                                                  std::size_t most)
{
    TreeBody<Way> body{rooms, tree, 0};
    std::vector<uint64_t> all;
    Generator<Way, TreeBody<Way>> values(rooms[0], body);
    for (std::size_t i = 0; values && i < most; i++) {
        all.push_back(values.value());
        values.resume();
    }
    return all;
}

template <class Way> void generator_fuzz()
{
    constexpr int DEPTH = 5;
    std::mt19937_64 random(77);
    Rooms<Way> rooms(DEPTH + 1, 1);
    for (int round = 0; round < 2000; round++) {
        Tree tree = random_tree(random, DEPTH);
        std::vector<uint64_t> right = interpreted(tree);
        std::size_t most = random() % 40;
        right.resize(std::min(right.size(), most));
        check(generated(rooms, tree, most) == right, "nested generators yield the reference's");
        check(living == 0, "nested generators end or are destroyed");
    }
}

} // namespace test
