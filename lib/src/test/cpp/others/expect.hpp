// What tests of coroutines share: a check that ends the program with a sentence, and objects that
// count how many of them live.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <source_location>
#include <stdexcept>
#include <vector>

namespace test {

using std::uint64_t;

inline void check(bool holds, const char *what,
                  std::source_location where = std::source_location::current())
{
    if (!holds) {
        std::fprintf(stderr, "%s:%u: not so: %s\n", where.file_name(), where.line(), what);
        std::exit(EXIT_FAILURE);
    }
}

struct Life {
    static inline int living = 0;

    Life() { living++; }
    Life(const Life &) = delete;
    Life &operator=(const Life &) = delete;
    ~Life() { living--; }
};

struct Mishap : std::runtime_error {
    Mishap() : runtime_error("on purpose") {}
};

template <class Range> std::vector<uint64_t> all_of(Range &&range)
{
    std::vector<uint64_t> all;
    for (uint64_t item : range) {
        all.push_back(item);
    }
    return all;
}

// Takes `wanted` items, if there are so many, and leaves the rest.
template <class Range> void take(Range &&range, std::size_t wanted)
{
    std::size_t taken = 0;
    for (uint64_t item : range) {
        check(item > 0, "items are positive here");
        if (++taken >= wanted) {
            break;
        }
    }
}

// Takes all and answers whether it failed, with what it had got before.
template <class Range> bool fails(Range &&range, std::vector<uint64_t> &got)
{
    try {
        for (uint64_t item : range) {
            got.push_back(item);
        }
        return false;
    } catch (const Mishap &) {
        return true;
    }
}

} // namespace test
