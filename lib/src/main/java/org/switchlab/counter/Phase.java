package org.switchlab.counter;

import java.util.Locale;
import org.switchlab.plan.Point;
import org.switchlab.sample.Variant;
import org.switchlab.unit.Units;

/**
 * One stretch of work to count: a flow at one point, warmed up before.
 *
 * @param point subject, array and stride
 * @param variant with or without switches
 * @param rounds messages (single) or round trips (pair) of the stretch
 */
public record Phase(Point point, Variant variant, long rounds) {

  /** What runs, in a few words for people. */
  String title() {
    String flow = variant.name().toLowerCase(Locale.ROOT);
    return point.isDirect()
        ? flow + " without an array"
        : "%s, %s, stride %d B"
            .formatted(flow, Units.bytes(point.arrayBytes()), point.strideBytes());
  }

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
