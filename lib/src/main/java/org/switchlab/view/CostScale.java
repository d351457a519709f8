package org.switchlab.view;

import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.table.Estimate;

/** The cost axis of a figure, in µs. */
final class CostScale {

  /** The least median cost worth a linear part, in µs. */
  private static final double SMALLEST_US = 0.01;

  private CostScale() {}

  /** A scale on which every estimate of {@code figure}, interval and published number has room. */
  static SymlogScale of(SwitchCostFigure figure) {
    return of(centresUs(figure), allUs(figure));
  }

  /**
   * A scale for any costs.
   *
   * @param centresUs the costs themselves, in µs: about their median it is linear
   * @param allUs everything that must have room, in µs
   */
  static SymlogScale of(double[] centresUs, double[] allUs) {
    return SymlogScale.of(centresUs, allUs, SMALLEST_US);
  }

  private static double[] centresUs(SwitchCostFigure figure) {
    return figure.estimates().stream()
        .map(PointEstimate::switchCostNs)
        .filter(Objects::nonNull)
        .mapToDouble(cost -> cost.value() / 1e3)
        .toArray();
  }

  private static double[] allUs(SwitchCostFigure figure) {
    DoubleStream estimated =
        Stream.concat(figure.estimates().stream(), figure.behind().stream())
            .map(PointEstimate::switchCostNs)
            .filter(Objects::nonNull)
            .flatMapToDouble(CostScale::spanUs);
    DoubleStream published = figure.publishedInside().stream().mapToDouble(p -> p.value());
    return DoubleStream.concat(estimated, published).toArray();
  }

  private static DoubleStream spanUs(Estimate cost) {
    return DoubleStream.of(cost.low() / 1e3, cost.value() / 1e3, cost.high() / 1e3);
  }
}
