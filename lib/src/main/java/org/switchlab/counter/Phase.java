package org.switchlab.counter;

import org.switchlab.plan.Point;
import org.switchlab.sample.Variant;

/**
 * One stretch of work to count: a flow at one point, warmed up before.
 *
 * @param point subject, array and stride
 * @param variant with or without switches
 * @param rounds messages (single) or round trips (pair) of the stretch
 */
public record Phase(Point point, Variant variant, long rounds) {

  /** Refuses a stretch without rounds. */
  public Phase {
    if (rounds < 1) {
      throw new IllegalArgumentException("rounds is " + rounds + "; it must be 1 or more");
    }
  }

  /**
   * How many messages are passed, which is how many times an array is walked: two a round trip.
   * Counts divided by it compare single with pair, which does the same work twice a round.
   */
  public long messages() {
    return variant == Variant.PAIR ? 2 * rounds : rounds;
  }
}
