package org.switchlab.sample;

import org.jspecify.annotations.Nullable;

/**
 * What one switch executes, from exact counts of both variants.
 *
 * @param single the flow without switches
 * @param pair the same messages with a switch after each
 */
public record SwitchWork(SystemCalls single, SystemCalls pair) {

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
