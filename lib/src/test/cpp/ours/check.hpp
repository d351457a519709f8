// A test ends the program with a sentence where something is not as it should be.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <source_location>
#include <string_view>

namespace test {

inline void check(bool holds, const char *what,
                  std::source_location where = std::source_location::current())
{
    if (!holds) {
        std::fprintf(stderr, "%s:%u: not so: %s\n", where.file_name(), where.line(), what);
        std::exit(EXIT_FAILURE);
    }
}

struct Named {
    const char *name; // what:of
    void (*run)();
};

// Runs the test of that name; without one, lists all.
template <class All> int run(const All &all, int count, char **words)
{
    for (const Named &test : all) {
        if (count < 2) {
            std::printf("%s\n", test.name);
        } else if (std::string_view(test.name) == words[1]) {
            test.run();
            std::printf("ok\n");
            return EXIT_SUCCESS;
        }
    }
    return count < 2 ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace test
