package org.switchlab.bench;

import java.util.function.ToDoubleFunction;
import org.switchlab.plan.Point;

/**
 * Costs of a switch that are known because they were made up: what an estimate should find.
 *
 * @param directNs message and switch, in ns
 * @param indirect own array fetched again, in ns, by the walk
 */
public record PlantedCosts(double directNs, ToDoubleFunction<Point> indirect) {

  /** Usual on machines of today. */
  private static final double DIRECT_NS = 1_850;

  /** Height of a planted hill, as a share of the cost around it. */
  private static final double HILL = 0.1;

  /** Every array costs the same. */
  public static PlantedCosts flat() {
    return new PlantedCosts(DIRECT_NS, _ -> 0);
  }

  /** A tenth more at one size than at others, and less on both sides of it. */
  public static PlantedCosts peak(long atBytes) {
    return new PlantedCosts(DIRECT_NS, point -> point.isDirect() ? 0 : hillNs(point, atBytes));
  }

  /** A tenth more with each doubling of the array. */
  public static PlantedCosts monotone() {
    return new PlantedCosts(
        DIRECT_NS,
        point ->
            point.isDirect()
                ? 0
                : HILL * DIRECT_NS * Math.max(0, Math.log(point.arrayBytes() / 4_096.0)));
  }

  /**
   * The paper's curve: a small rise up to L1d, then less, then a hill at L2 that long strides make
   * higher.
   */
  public static PlantedCosts paper(long l1dBytes, long l2Bytes) {
    return new PlantedCosts(DIRECT_NS, point -> paperNs(point, l1dBytes, l2Bytes));
  }

  private static double paperNs(Point point, long l1dBytes, long l2Bytes) {
    if (point.isDirect()) {
      return 0;
    }
    double perStride = Math.log(Math.max(2, point.strideBytes() / 8.0)) / Math.log(2);
    double atL2 = DIRECT_NS * perStride * Math.max(0, 1 - octaves(point, l2Bytes) / 3);
    return hillNs(point, l1dBytes) + atL2;
  }

  private static double hillNs(Point point, long atBytes) {
    return HILL * DIRECT_NS * Math.max(0, 1 - octaves(point, atBytes) / 2);
  }

  private static double octaves(Point point, long fromBytes) {
    return Math.abs(Math.log((double) point.arrayBytes() / fromBytes) / Math.log(2));
  }

  /** The cost at {@code point}, in ns. */
  public double costNs(Point point) {
    return directNs + indirect.applyAsDouble(point);
  }
}
