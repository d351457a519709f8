// Generators in the consumer's stack need no rooms.
#pragma once

#include "in_stack.hpp"
#include "rooms.hpp"

namespace ours {

template <> class Rooms<InStack> {
  public:
    Rooms(std::size_t, std::uint64_t) {}
    InStack::Room operator[](std::size_t) const { return {}; }
};

} // namespace ours
