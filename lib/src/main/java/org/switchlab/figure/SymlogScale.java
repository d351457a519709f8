package org.switchlab.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.switchlab.unit.Units;

/**
 * A symmetrical-log ("symlog") axis: linear where most values lie; beyond, each grid step
 * multiplies.
 *
 * <p>Why: once two arrays outgrow a cache, costs and misses are tens to thousands of times those of
 * a small array. On one linear axis what happens at L1d, the point of the figures, vanishes; a
 * logarithmic axis cannot show zero or negative values; two panels need two y axes in one XChart
 * chart, and other people's series could not be added to it; cutting the axis off hides points.
 * Here the small values keep a linear axis through zero, every point and interval stays in view
 * with its sign, and the two places where the scale changes are drawn as lines that say so. While
 * all points are close together the axis is simply linear.
 *
 * @param step distance of the linear ticks
 * @param linearLow lower end of the linear part; below 0, infinite if all is linear
 * @param linearHigh upper end of the linear part; infinite if all is linear
 * @param min lowest value on the axis
 * @param max highest value on the axis
 */
public record SymlogScale(double step, double linearLow, double linearHigh, double min, double max)
    implements Scale {

  /** What one grid step multiplies by outside the linear part. */
  public static final int FACTOR = 4;

  /** How far, in linear ranges, values may reach before the axis stops being simply linear. */
  private static final double LINEAR_REACH = 2.5;

  /** The linear part reaches this many medians: in Fig. 3 the peak at L1d is 2.4 direct costs. */
  private static final double MEDIANS_SHOWN = 1.8;

  private static final int LINEAR_TICKS = 8;

  /** Whole numbers below this are not rounded. */
  private static final double LONGEST_WHOLE = 1e5;

  /**
   * A scale on which all values have room.
   *
   * @param centres the values whose median decides how far the linear part reaches
   * @param all everything that must be in view, intervals too
   * @param smallest the least median worth a linear part
   */
  public static SymlogScale of(double[] centres, double[] all, double smallest) {
    double median = Math.max(centres.length == 0 ? 1 : median(centres), smallest);
    double step = niceStep(median * MEDIANS_SHOWN / LINEAR_TICKS);
    double high = Math.ceil(median * MEDIANS_SHOWN / step) * step;
    double min = Math.min(0, Arrays.stream(all).min().orElse(0));
    double max = Arrays.stream(all).max().orElse(high);
    if (max <= LINEAR_REACH * high && min >= -high) {
      double span = max > min ? max - min : 1;
      return linear(niceStep(span / LINEAR_TICKS), min, max);
    }
    return new SymlogScale(step, -step, high, min, max);
  }

  private static SymlogScale linear(double step, double min, double max) {
    double low = Math.floor(min / step) * step;
    double high = Math.max(1, Math.ceil(max / step)) * step;
    double open = Double.POSITIVE_INFINITY;
    return new SymlogScale(step, -open, open, low, high);
  }

  /** Whether nothing lies outside the linear part. */
  public boolean isLinear() {
    return min >= linearLow && max <= linearHigh;
  }

  /** Where a value stands on the axis; in the linear part that is the value itself. */
  @Override
  public double toAxis(double value) {
    if (value > linearHigh) {
      return linearHigh + step * steps(value / linearHigh);
    }
    if (value < linearLow) {
      return linearLow - step * steps(value / linearLow);
    }
    return value;
  }

  /** The value at a place on the axis: the inverse of {@link #toAxis}. */
  @Override
  public double toValue(double axis) {
    if (axis > linearHigh) {
      return linearHigh * Math.pow(FACTOR, (axis - linearHigh) / step);
    }
    if (axis < linearLow) {
      return linearLow * Math.pow(FACTOR, (linearLow - axis) / step);
    }
    return axis;
  }

  /** Lower end of the axis, on a tick. */
  @Override
  public double axisMin() {
    return Math.floor(toAxis(min) / step + 1e-9) * step;
  }

  /** Upper end of the axis, on a tick. */
  @Override
  public double axisMax() {
    return Math.ceil(toAxis(max) / step - 1e-9) * step;
  }

  /** Places of the ticks on the axis, from the lowest up: all one step apart. */
  @Override
  public List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    long count = Math.round((axisMax() - axisMin()) / step);
    for (long i = 0; i <= count; i++) {
      ticks.add(axisMin() + i * step);
    }
    return ticks;
  }

  /** What a tick says: its value. */
  @Override
  public String label(double axis) {
    double value = toValue(axis);
    if (Math.abs(value) < step / 1000) {
      return "0";
    }
    double whole = Math.rint(value);
    boolean isWhole = Math.abs(value - whole) < 1e-6 && Math.abs(whole) < LONGEST_WHOLE;
    return isWhole ? Long.toString((long) whole) : Units.plain(Units.digits(value));
  }

  private static double steps(double ratio) {
    return Math.log(ratio) / Math.log(FACTOR);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** The nearest 1, 2 or 5 times a power of ten at or above {@code step}. */
  public static double niceStep(double step) {
    double decade = Math.pow(10, Math.floor(Math.log10(step)));
    for (double digit : new double[] {1, 2, 5}) {
      if (step <= digit * decade * (1 + 1e-9)) {
        return digit * decade;
      }
    }
    return 10 * decade;
  }
}
