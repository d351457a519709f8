// Where generators of a workload live: stacks for those that need them.
#pragma once

#include "full_stack.hpp"
#include "own_stack.hpp"
#include "stacks.hpp"

namespace ours {

template <class Way> class Rooms {
  public:
    Rooms(std::size_t count, std::uint64_t seed) : stacks_(count, ALIGNED_RANDOM, seed) {}

    char *operator[](std::size_t which) const { return stacks_.top(which); }

  private:
    Stacks stacks_;
};

} // namespace ours
