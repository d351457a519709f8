package org.switchlab.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.switchlab.estimate.Estimate;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.unit.Units;

/**
 * The cost axis. Linear in µs where most of the curve lies; beyond, each grid step multiplies.
 *
 * <p>Why: once two arrays outgrow L2 the cost is 30 to 100 times that of a small array and its
 * interval can reach below zero. On one linear axis the peak at L1d, the point of the figure,
 * vanishes; a logarithmic axis cannot show zero or negative costs; two panels need two y axes in
 * one XChart chart, and other people's series could not be added to it; cutting the axis off hides
 * points. Here the small arrays keep a linear axis through zero, every point and interval stays in
 * view with its sign, and the two places where the scale changes are drawn as lines that say so.
 * While all points are close together the axis is simply linear.
 *
 * @param stepUs distance of the linear ticks, in µs
 * @param linearLowUs lower end of the linear part, in µs; at most 0, infinite if all is linear
 * @param linearHighUs upper end of the linear part, in µs; infinite if all is linear
 * @param minUs lowest value on the axis, in µs
 * @param maxUs highest value on the axis, in µs
 */
record CostScale(
    double stepUs, double linearLowUs, double linearHighUs, double minUs, double maxUs) {

  /** What one grid step multiplies by outside the linear part. */
  static final int FACTOR = 4;

  /** How far, in linear ranges, values may reach before the axis stops being simply linear. */
  private static final double LINEAR_REACH = 2.5;

  /** The linear part reaches this many medians: a peak at L1d is published as 2.4 direct costs. */
  private static final double MEDIANS_SHOWN = 1.8;

  private static final int LINEAR_TICKS = 8;

  /** A scale on which every estimate of {@code figure}, interval and published number has room. */
  static CostScale of(SwitchCostFigure figure) {
    double[] centresUs = centresUs(figure);
    double[] allUs = allUs(figure);
    double medianUs = centresUs.length == 0 ? 1 : median(centresUs);
    double stepUs = niceStep(Math.max(medianUs, 0.01) * MEDIANS_SHOWN / LINEAR_TICKS);
    double highUs = Math.ceil(Math.max(medianUs, 0.01) * MEDIANS_SHOWN / stepUs) * stepUs;
    double minUs = Math.min(0, Arrays.stream(allUs).min().orElse(0));
    double maxUs = Arrays.stream(allUs).max().orElse(highUs);
    if (maxUs <= LINEAR_REACH * highUs && minUs >= -highUs) {
      double spanUs = maxUs > minUs ? maxUs - minUs : 1;
      return linear(niceStep(spanUs / LINEAR_TICKS), minUs, maxUs);
    }
    return new CostScale(stepUs, Math.max(minUs, -stepUs), highUs, minUs, maxUs);
  }

  private static CostScale linear(double stepUs, double minUs, double maxUs) {
    double lowUs = Math.floor(minUs / stepUs) * stepUs;
    double highUs = Math.max(1, Math.ceil(maxUs / stepUs)) * stepUs;
    double open = Double.POSITIVE_INFINITY;
    return new CostScale(stepUs, -open, open, lowUs, highUs);
  }

  /** Whether nothing lies outside the linear part. */
  boolean isLinear() {
    return minUs >= linearLowUs && maxUs <= linearHighUs;
  }

  /** Where a cost stands on the axis; in the linear part that is its number of µs. */
  double toAxis(double costUs) {
    if (costUs > linearHighUs) {
      return linearHighUs + stepUs * steps(costUs / linearHighUs);
    }
    if (costUs < linearLowUs) {
      return linearLowUs - stepUs * steps(costUs / linearLowUs);
    }
    return costUs;
  }

  /** The cost at a place on the axis, in µs: the inverse of {@link #toAxis}. */
  double toCostUs(double axis) {
    if (axis > linearHighUs) {
      return linearHighUs * Math.pow(FACTOR, (axis - linearHighUs) / stepUs);
    }
    if (axis < linearLowUs) {
      return linearLowUs * Math.pow(FACTOR, (linearLowUs - axis) / stepUs);
    }
    return axis;
  }

  /** Lower end of the axis, on a tick. */
  double axisMin() {
    return Math.floor(toAxis(minUs) / stepUs + 1e-9) * stepUs;
  }

  /** Upper end of the axis, on a tick. */
  double axisMax() {
    return Math.ceil(toAxis(maxUs) / stepUs - 1e-9) * stepUs;
  }

  /** Places of the ticks on the axis, from the lowest up: all one step apart. */
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    long count = Math.round((axisMax() - axisMin()) / stepUs);
    for (long i = 0; i <= count; i++) {
      ticks.add(axisMin() + i * stepUs);
    }
    return ticks;
  }

  /** What a tick says: its cost in µs. */
  String label(double axis) {
    double costUs = toCostUs(axis);
    return Math.abs(costUs) < stepUs / 1000 ? "0" : Units.plain(Units.digits(costUs));
  }

  private static double steps(double ratio) {
    return Math.log(ratio) / Math.log(FACTOR);
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

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** The nearest 1, 2 or 5 times a power of ten at or above {@code step}. */
  static double niceStep(double step) {
    double decade = Math.pow(10, Math.floor(Math.log10(step)));
    for (double digit : new double[] {1, 2, 5}) {
      if (step <= digit * decade * (1 + 1e-9)) {
        return digit * decade;
      }
    }
    return 10 * decade;
  }
}
