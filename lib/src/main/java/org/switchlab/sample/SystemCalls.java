package org.switchlab.sample;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What both sides of a subject executed in some rounds of one variant, counted one by one and not
 * timed.
 *
 * @param variant which flow ran
 * @param rounds messages (single) or round trips (pair)
 * @param systemCalls system calls made in them
 * @param callsByName the same by the call's name; empty if names are not known
 * @param userInstructions instructions executed in user mode, those of libc included; absent where
 *     they could not be counted
 */
public record SystemCalls(
    Variant variant,
    long rounds,
    long systemCalls,
    Map<String, Long> callsByName,
    @Nullable Long userInstructions) {

  /** Keeps a sorted copy and refuses counts of nothing. */
  public SystemCalls {
    callsByName = Collections.unmodifiableMap(new TreeMap<>(callsByName));
    if (rounds < 1 || systemCalls < 0) {
      throw new IllegalArgumentException(
          "%d system calls in %d rounds: rounds must be 1 or more and calls 0 or more"
              .formatted(systemCalls, rounds));
    }
  }
}
