package org.switchlab.view;

import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/**
 * A logarithmic axis of costs. What lies at or below its lower end, such as the lower bound of a
 * cost that cannot be told from nothing, stands on that end.
 *
 * @param lowDecade power of ten of its lower end, in ns
 * @param highDecade power of ten of its upper end, in ns
 */
record LogScale(int lowDecade, int highDecade) {

  /** Nothing that is measured here is shorter: a tenth of the time of one instruction. */
  private static final double SHORTEST_NS = 0.1;

  /** A scale on which every cost of {@code figure} has room. */
  static LogScale of(LadderFigure figure) {
    List<Double> ns =
        figure.rungs().stream()
            .flatMap(rung -> Stream.of(rung.cost().switchCostNs()))
            .filter(Objects::nonNull)
            .flatMapToDouble(LogScale::span)
            .filter(value -> value >= SHORTEST_NS)
            .boxed()
            .toList();
    double low = ns.stream().min(Double::compare).orElse(1.0);
    double high = ns.stream().max(Double::compare).orElse(10.0);
    int lowDecade = (int) Math.floor(Math.log10(low));
    return new LogScale(lowDecade, Math.max(lowDecade + 1, (int) Math.ceil(Math.log10(high))));
  }

  private static DoubleStream span(Estimate cost) {
    return DoubleStream.of(cost.low(), cost.value(), cost.high());
  }

  /** Where a cost stands on the axis: its decimal logarithm. */
  double toAxis(double ns) {
    return ns <= Math.pow(10, lowDecade) ? lowDecade : Math.min(Math.log10(ns), highDecade);
  }

  /** How far along the axis a cost stands, 0 to 1. */
  double share(double ns) {
    return (toAxis(ns) - lowDecade) / (highDecade - lowDecade);
  }

  /** What a place on the axis says. */
  static String label(double axis) {
    double ns = Math.pow(10, axis);
    return ns < 1_000
        ? Units.plain(Units.digits(ns)) + " ns"
        : Units.plain(Units.digits(ns / 1e3)) + " µs";
  }
}
