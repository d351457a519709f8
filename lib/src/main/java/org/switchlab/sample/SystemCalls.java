package org.switchlab.sample;

import org.jspecify.annotations.Nullable;

/**
 * What both sides of a subject executed in some rounds of one variant, counted one by one and not
 * timed.
 *
 * @param variant which flow ran
 * @param rounds messages (single) or round trips (pair)
 * @param systemCalls system calls made in them
 * @param userInstructions instructions executed in user mode, those of libc included; absent where
 *     they could not be counted
 */
public record SystemCalls(
    Variant variant, long rounds, long systemCalls, @Nullable Long userInstructions) {

  /** Refuses counts of nothing. */
  public SystemCalls {
    if (rounds < 1 || systemCalls < 0) {
      throw new IllegalArgumentException(
          "%d system calls in %d rounds: rounds must be 1 or more and calls 0 or more"
              .formatted(systemCalls, rounds));
    }
  }
}
