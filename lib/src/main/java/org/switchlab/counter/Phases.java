package org.switchlab.counter;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.plan.Grid;
import org.switchlab.plan.Point;
import org.switchlab.sample.Variant;

/**
 * The phases of a counter figure: at each point the same work without and with switches.
 *
 * <p>A round trip walks two arrays and passes two messages, so the single phase gets twice the
 * rounds of the pair phase. Their counts can then be compared as they stand.
 */
public final class Phases {

  /** Elements touched a phase: enough instructions to count, few enough to emulate. */
  private static final long WANTED_ELEMENTS = 1 << 18;

  private static final long MOST_ROUND_TRIPS = 200;
  private static final long FEWEST_ROUND_TRIPS = 4;

  private Phases() {}

  /**
   * A single and a pair phase for each size and stride, strides outermost; stride 0 gives the two
   * phases without an array.
   *
   * @throws IllegalArgumentException naming the size or stride that no array can have
   */
  public static List<Phase> of(Level level, List<Long> sizesBytes, List<Long> stridesBytes) {
    List<Phase> phases = new ArrayList<>();
    for (Point point : Grid.points(level.subject(), sizesBytes, stridesBytes)) {
      phases.add(of(point, Variant.SINGLE));
      phases.add(of(point, Variant.PAIR));
    }
    return phases;
  }

  /** One flow at one point, with as many rounds as make it comparable with the other. */
  public static Phase of(Point point, Variant variant) {
    long roundTrips = roundTrips(point);
    return new Phase(point, variant, variant == Variant.PAIR ? roundTrips : 2 * roundTrips);
  }

  /** The walk touches every element whatever the stride, so only the size matters. */
  private static long roundTrips(Point point) {
    long elements = Math.max(1, point.arrayBytes() / Point.ELEMENT_BYTES);
    return Math.clamp(WANTED_ELEMENTS / elements / 2, FEWEST_ROUND_TRIPS, MOST_ROUND_TRIPS);
  }
}
