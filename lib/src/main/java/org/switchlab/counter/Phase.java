package org.switchlab.counter;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.switchlab.plan.Grid;
import org.switchlab.plan.Point;
import org.switchlab.sample.Variant;
import org.switchlab.unit.Units;

/**
 * One stretch of work to count: a flow, with or without switches, at one point, warmed up before.
 *
 * @param rounds messages (single) or round trips (pair) of the stretch
 */
public record Phase(Point point, Variant variant, long rounds) {

  /** Elements touched a phase: enough instructions to count, few enough to emulate. */
  private static final long WANTED_ELEMENTS = 1 << 18;

  private static final long MOST_ROUND_TRIPS = 200;
  private static final long FEWEST_ROUND_TRIPS = 4;

  /** Refuses a stretch without rounds. */
  public Phase {
    if (rounds < 1) {
      throw new IllegalArgumentException("rounds is " + rounds + "; it must be 1 or more");
    }
  }

  /**
   * One flow at one point, with as many rounds as make it comparable with the other: a round trip
   * walks two arrays and passes two messages, so the single phase gets twice the rounds of the
   * pair's. Their counts can then be compared as they stand.
   */
  public static Phase of(Point point, Variant variant) {
    // The walk touches every element whatever the stride, so only the size matters.
    long elements = Math.max(1, point.elements());
    long roundTrips =
        Math.clamp(WANTED_ELEMENTS / elements / 2, FEWEST_ROUND_TRIPS, MOST_ROUND_TRIPS);
    return new Phase(point, variant, variant == Variant.PAIR ? roundTrips : 2 * roundTrips);
  }

  /**
   * A single and a pair phase for each size and stride, strides outermost; stride 0 gives the two
   * phases without an array.
   *
   * @throws IllegalArgumentException naming the size or stride that no array can have
   */
  public static List<Phase> grid(Level level, List<Long> sizesBytes, List<Long> stridesBytes) {
    return Grid.points(level.subject(), sizesBytes, stridesBytes).stream()
        .flatMap(point -> Stream.of(of(point, Variant.SINGLE), of(point, Variant.PAIR)))
        .toList();
  }

  /**
   * How many messages are passed, which is how many times an array is walked: two a round trip.
   * Counts divided by it compare single with pair, which does the same work twice a round.
   */
  public long messages() {
    return variant == Variant.PAIR ? 2 * rounds : rounds;
  }

  /** What runs, in a few words for people. */
  String title() {
    String flow = variant.name().toLowerCase(Locale.ROOT);
    return point.isDirect()
        ? flow + " without an array"
        : "%s, %s, stride %d B"
            .formatted(flow, Units.bytes(point.arrayBytes()), point.strideBytes());
  }
}
