package org.switchlab.sample;

/**
 * One timed batch as the runner saw it.
 *
 * @param variant which flow it ran
 * @param rounds messages (single) or round trips (pair) in the batch; 0 in one that only measures
 *     what counters see besides rounds
 * @param durationNs monotonic time of all rounds together, in ns
 * @param referenceBeforeNs time of the fixed reference loop just before, in ns
 * @param referenceAfterNs time of the fixed reference loop just after, in ns
 * @param switchesExpected context switches the flow must make: 2 a round trip, none in single
 * @param voluntarySwitches {@code ru_nvcsw} of both processes over the batch
 * @param involuntarySwitches {@code ru_nivcsw} of both processes over the batch
 * @param migrated whether either process was seen on another CPU than at the start
 */
public record Batch(
    Variant variant,
    long rounds,
    long durationNs,
    long referenceBeforeNs,
    long referenceAfterNs,
    long switchesExpected,
    long voluntarySwitches,
    long involuntarySwitches,
    boolean migrated) {

  /** Largest accepted deviation of counted from expected switches, as a share of the rounds. */
  public static final double SWITCH_TOLERANCE = 0.01;

  /** Context switches the kernel counted, of both kinds. */
  public long switchesCounted() {
    return voluntarySwitches + involuntarySwitches;
  }

  /** Time of one message (single) or one round trip (pair), in ns. */
  public double roundNs() {
    return (double) durationNs / rounds;
  }

  /** The slower of the two reference loops around the batch, in ns. */
  public long referenceNs() {
    return Math.max(referenceBeforeNs, referenceAfterNs);
  }

  /** Whether the kernel counted the switches the formula divides by, within the tolerance. */
  public boolean denominatorHolds() {
    long off = Math.abs(switchesCounted() - switchesExpected);
    return !migrated && off <= SWITCH_TOLERANCE * rounds;
  }
}
