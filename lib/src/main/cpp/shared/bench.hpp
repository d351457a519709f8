// What every program in C++ shares: its arguments, its clocks, and the lines it prints
// (lib/docs/subjects.md). A program is a table of cases and a main that calls run_case.
#pragma once

#include <chrono>
#include <cinttypes>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#if defined(__x86_64__)
#include <x86intrin.h>
#endif

#if __has_include("region.h") // where sources are unpacked to be built
#include "region.h"
#else
#include "../../c/guest/region.h"
#endif

namespace bench {

// What a visit is asked for. A factor that the workload does not have keeps its default.
struct Options {
    std::string_view workload;
    std::string_view subject;
    std::uint64_t seed = 1;
    long coroutines = 10;
    long disks = 10;
    long nodes = 1023;
    long stages = 4;
    long tasks = 10;
    long taskBytes = 1000000;
    long sendBytes = 800;
    std::string_view client = "http";
    long responseBytes = 1 << 20;
};

// A workload as one subject does it. `measure` sets it up, calls report, and gives all back.
struct Case {
    const char *workload;
    const char *subject;
    void (*measure)(const Options &);
};

[[noreturn]] inline void give_up(const char *why)
{
    std::fprintf(stderr, "%s\n", why);
    std::exit(EXIT_FAILURE);
}

// Ends the program if what was computed is wrong: a number of a broken subject is worth nothing.
inline void expect(std::uint64_t computed, std::uint64_t right, const char *what)
{
    if (computed != right) {
        std::fprintf(stderr, "%s is %" PRIu64 ", and should be %" PRIu64 "\n", what, computed, right);
        std::exit(EXIT_FAILURE);
    }
}

// Keeps the compiler from dropping a value, or from knowing it.
// (A choice of both constraints, "+r,m", has g++ 12 lose the value in sanitized builds.)
template <class T> inline void keep(T &value)
{
    if constexpr (std::is_integral_v<T> || std::is_pointer_v<T>) {
        __asm__ volatile("" : "+r"(value) : : "memory");
    } else {
        __asm__ volatile("" : "+m"(value) : : "memory");
    }
}

// Keeps the compiler from joining or dropping the rounds of a loop that does nothing else.
inline void barrier() { __asm__ volatile("" : : : "memory"); }

[[gnu::noinline]] inline void empty_call() { barrier(); }

inline double now_ns()
{
    return static_cast<double>(std::chrono::duration_cast<std::chrono::nanoseconds>(
                                   std::chrono::steady_clock::now().time_since_epoch())
                                   .count());
}

// Ticks of the time-stamp counter; 0 where there is none that a program may read.
inline std::uint64_t ticks()
{
#if defined(__x86_64__)
    unsigned processor;
    return __rdtscp(&processor);
#elif defined(__aarch64__)
    std::uint64_t value;
    __asm__ volatile("isb; mrs %0, cntvct_el0" : "=r"(value));
    return value;
#else
    return 0;
#endif
}

struct Timed {
    double ns;
    double ticks;
};

// Times `operations` of `work`, which does as many as it is told and answers how many it did.
template <class Work> inline Timed timed(Work &work, std::uint64_t operations)
{
    std::uint64_t ticksBefore = ticks();
    double before = now_ns();
    std::uint64_t done = work(operations);
    double after = now_ns();
    std::uint64_t ticksAfter = ticks();
    if (done == 0) {
        give_up("a subject did no operation at all");
    }
    double count = static_cast<double>(done);
    return {(after - before) / count, static_cast<double>(ticksAfter - ticksBefore) / count};
}

// So many operations as last about 3 ms. This is the warming up, too.
template <class Work> inline std::uint64_t batch(Work &work)
{
    constexpr double WANTED_NS = 3e6;
    std::uint64_t operations = 1;
    for (;;) {
        std::uint64_t done = 0;
        double taken = HUGE_VAL;
        // Twice if it seems enough: a moment without the CPU must not pass for work.
        for (int tries = 0; tries < 2 && taken >= WANTED_NS / 2; tries++) {
            double before = now_ns();
            done = work(operations);
            taken = std::fmin(taken, now_ns() - before);
        }
        if (taken >= WANTED_NS / 2) {
            double wanted = static_cast<double>(done) * WANTED_NS / taken;
            return wanted < 1 ? 1 : static_cast<std::uint64_t>(wanted);
        }
        operations = done >= operations ? done * 2 : operations * 2;
    }
}

constexpr int REPETITIONS = 9;

// So many operations are done once, between marks that a counting emulator knows, and nothing is
// timed; 0: all is timed. Set by --counted.
inline std::uint64_t counted = 0;

template <class Gross> void count(Gross &gross)
{
    region_open();
    gross(counted); // so that what is counted is not the first use of code and stacks
    region_begin();
    std::uint64_t done = gross(counted);
    region_end();
    std::printf("counted %" PRIu64 "\n", done);
}

// Measures the work and its baseline in turn and prints one observation a repetition.
// `more` prints further keys, each with a blank before it.
template <class Gross, class Baseline, class More>
void report(Gross gross, Baseline baseline, More more)
{
    if (counted > 0) {
        count(gross);
        return;
    }
    std::uint64_t grossOperations = batch(gross);
    std::uint64_t baselineOperations = batch(baseline);
    for (int i = 0; i < REPETITIONS; i++) {
        Timed bare = timed(baseline, baselineOperations);
        Timed whole = timed(gross, grossOperations);
        std::printf("observation estimateNs=%.5f grossNs=%.5f baselineNs=%.5f", whole.ns - bare.ns,
                    whole.ns, bare.ns);
        if (whole.ticks > 0) {
            std::printf(" cycles=%.4f", whole.ticks);
        }
        more(whole.ns, bare.ns);
        std::printf("\n");
        std::fflush(stdout);
    }
    std::printf("done\n");
}

template <class Gross, class Baseline> void report(Gross gross, Baseline baseline)
{
    report(gross, baseline, [](double, double) {});
}

// The same, with the time of an empty call beside it.
template <class Gross, class Baseline> void report_with_call(Gross gross, Baseline baseline)
{
    auto calls = [](std::uint64_t operations) {
        for (std::uint64_t i = 0; i < operations; i++) {
            empty_call();
        }
        return operations;
    };
    std::uint64_t operations = batch(calls);
    report(gross, baseline, [&](double, double) {
        std::printf(" callNs=%.5f", timed(calls, operations).ns);
    });
}

// The same for workloads whose cost is told as a multiple of the baseline's.
template <class Gross, class Baseline> void report_relative(Gross gross, Baseline baseline)
{
    report(gross, baseline, [](double whole, double bare) {
        std::printf(" relativeRatio=%.6f", whole / bare);
    });
}

inline long whole(const char *option, const char *text)
{
    char *end;
    long value = std::strtol(text, &end, 10);
    if (*text == '\0' || *end != '\0') {
        std::fprintf(stderr, "%s wants a whole number, not '%s'\n", option, text);
        std::exit(2);
    }
    return value;
}

inline Options parsed(int count, char **words)
{
    if (count < 2) {
        give_up("usage: PROGRAM WORKLOAD --subject NAME [--FACTOR VALUE]... --seed SEED");
    }
    Options options;
    options.workload = words[1];
    struct {
        const char *name;
        long *value;
    } numbers[] = {{"--coroutines", &options.coroutines}, {"--disks", &options.disks},
                   {"--nodes", &options.nodes},           {"--stages", &options.stages},
                   {"--tasks", &options.tasks},           {"--task-bytes", &options.taskBytes},
                   {"--send-bytes", &options.sendBytes},  {"--response-bytes", &options.responseBytes}};
    for (int i = 2; i + 1 < count; i += 2) {
        std::string_view option = words[i];
        if (option == "--subject") {
            options.subject = words[i + 1];
        } else if (option == "--client") {
            options.client = words[i + 1];
        } else if (option == "--counted") {
            counted = std::strtoull(words[i + 1], nullptr, 10);
        } else if (option == "--seed") {
            options.seed = std::strtoull(words[i + 1], nullptr, 10);
        }
        for (auto &number : numbers) {
            if (option == number.name) {
                *number.value = whole(number.name, words[i + 1]);
            }
        }
    }
    return options;
}

// Finds the case that is asked for and measures it: the main of every program.
inline int run_case(std::span<const Case> cases, int count, char **words)
{
    Options options = parsed(count, words);
    for (const Case &one : cases) {
        if (options.workload == one.workload && options.subject == one.subject) {
            one.measure(options);
            return EXIT_SUCCESS;
        }
    }
    std::fprintf(stderr, "this program has no subject '%s' that does '%s'\n",
                 std::string(options.subject).c_str(), std::string(options.workload).c_str());
    return 2;
}

} // namespace bench
