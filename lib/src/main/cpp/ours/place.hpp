// Where hot loops lie: each is compiled at several places, of which the seed chooses one a process.
#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include "../shared/bench.hpp"
#include "registers.hpp"

namespace ours {

constexpr std::size_t PLACES = 4;

// Moves what follows in the code by 16 bytes a place.
template <std::size_t place> OURS_INLINE void at_place()
{
#if defined(__x86_64__)
    __asm__ volatile(".p2align 6\n\t.nops %c0" : : "i"(place * 16 + 1));
#else
    __asm__ volatile(".p2align 6\n\t.rept %c0\n\tnop\n\t.endr" : : "i"(place * 4));
#endif
}

// Calls Work::measure<place>(options).
template <class Work> void at_some_place(const bench::Options &options)
{
    static constexpr auto measures = []<std::size_t... place>(std::index_sequence<place...>) {
        return std::array{Work::template measure<place>...};
    }(std::make_index_sequence<PLACES>());
    measures[options.seed % PLACES](options);
}

} // namespace ours
