package org.switchlab.estimate;

/**
 * A number with its interval; the unit stands in the name of whatever holds it.
 *
 * @param value the point estimate
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param level the interval's confidence level, for instance 0.95
 */
public record Estimate(double value, double low, double high, double level) {

  /** Half the interval's width as a share of the estimate's magnitude. */
  public double relativeHalfWidth() {
    return (high - low) / 2 / Math.abs(value);
  }
}
