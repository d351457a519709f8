// Where hot code lies: it is compiled at several places, of which the seed chooses one a process.
// A loop that begins in the middle of a fetch line can take twice as long as one at its start.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

namespace bench {

constexpr std::size_t PLACES = 4;

// Moves the code that follows 16 bytes further for each place, from the start of a cache line.
template <std::size_t place> [[gnu::always_inline]] inline void at_place()
{
#if defined(__x86_64__)
    __asm__ volatile(".p2align 6\n\t.rept %c0\n\tnop\n\t.endr" : : "i"(place * 16));
#elif defined(__aarch64__)
    __asm__ volatile(".p2align 6\n\t.rept %c0\n\tnop\n\t.endr" : : "i"(place * 4));
#endif
}

// Calls measure.operator()<place>() with the place that the seed chooses.
template <class Measure> void at_some_place(std::uint64_t seed, Measure measure)
{
    [&]<std::size_t... place>(std::index_sequence<place...>) {
        ((seed % PLACES == place ? measure.template operator()<place>() : void()), ...);
    }(std::make_index_sequence<PLACES>());
}

} // namespace bench
