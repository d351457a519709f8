package org.switchlab.table;

import java.util.List;

/**
 * A number with its interval; the unit stands in the name of whatever holds it.
 *
 * @param value the point estimate
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param level the interval's confidence level, for instance 0.95
 */
public record Estimate(double value, double low, double high, double level) {

  /** The mean of at least one, with the mean of their ends: it holds whatever they may be. */
  public static Estimate mean(List<Estimate> all) {
    return new Estimate(
        all.stream().mapToDouble(Estimate::value).average().orElseThrow(),
        all.stream().mapToDouble(Estimate::low).average().orElseThrow(),
        all.stream().mapToDouble(Estimate::high).average().orElseThrow(),
        all.getFirst().level());
  }

  /** What {@code other} leaves of this; it holds whatever both may be. */
  public Estimate minus(Estimate other) {
    return new Estimate(value - other.value, low - other.high, high - other.low, level);
  }

  /** Half the interval's width as a share of the estimate's magnitude. */
  public double relativeHalfWidth() {
    return (high - low) / 2 / Math.abs(value);
  }
}
