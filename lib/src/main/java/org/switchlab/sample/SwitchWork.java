package org.switchlab.sample;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one switch executes, from exact counts of both variants.
 *
 * @param single the flow without switches
 * @param pair the same messages with a switch after each
 */
public record SwitchWork(SystemCalls single, SystemCalls pair) {

  /**
   * What both sides of a subject executed in some rounds of one variant, counted one by one and not
   * timed.
   *
   * @param variant which flow ran
   * @param rounds messages (single) or round trips (pair)
   * @param systemCalls system calls made in them
   * @param callsByName the same by the call's name; empty if names are not known
   * @param userInstructions instructions executed in user mode, those of libc included; absent
   *     where they could not be counted
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

  /** Refuses counts of the wrong flow. */
  public SwitchWork {
    if (single.variant() != Variant.SINGLE || pair.variant() != Variant.PAIR) {
      throw new IllegalArgumentException("the work of a switch is one SINGLE and one PAIR count");
    }
  }

  /** System calls made for each switch, those that pass the message included. */
  public double systemCallsPerSwitch() {
    return pair.systemCalls() / (2.0 * pair.rounds());
  }

  /**
   * System calls of the switch alone: what a message with a switch makes beyond one without, as the
   * cost is what it takes beyond one without.
   */
  public double netSystemCallsPerSwitch() {
    return systemCallsPerSwitch() - (double) single.systemCalls() / single.rounds();
  }

  /** Instructions executed in user mode for each switch, the message's included. */
  public @Nullable Double userInstructionsPerSwitch() {
    Long instructions = pair.userInstructions();
    return instructions == null ? null : (Double) (instructions / (2.0 * pair.rounds()));
  }
}
