/* An array in frames that are neighbours, behind translations of small pages.

   Scattered frames meet in the sets of a cache that its physical addresses choose: some sets get more
   lines than they have ways (page-colour conflicts), and an array misses that would fit. On a huge page
   its frames follow one another and fill the sets evenly; but there the TLB needs one translation for
   512 pages, and both change at once. Here only the first does: memory that came as huge pages, whose
   mapping was then split.

   What is left of the second: processors that join translations of neighbouring frames by themselves
   (AMD Zen four at a time; arm64 16, where the kernel marks them) do so here and not for scattered
   frames. And under a hypervisor neighbouring is what the guest sees; its host may have scattered
   them again. */
#ifndef SWITCHLAB_COLOURED_H
#define SWITCHLAB_COLOURED_H

#include <stdint.h>

#include "array.h"

/* Splits the mapping of an array that was asked for on huge pages. Answers how many of its bytes
   stood on huge pages before and no longer do: it is really so for these; -1 if that cannot be known. */
int64_t array_colour(const struct array *array);

#endif
