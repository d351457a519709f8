package org.switchlab.figure;

import org.jspecify.annotations.Nullable;
import org.switchlab.table.Estimate;

/**
 * One point of a series, in the values of the axes.
 *
 * @param x along; {@code NaN} is a gap, or a range without a value
 * @param y upward; {@code NaN} is a gap in the line
 * @param low lower end of the interval of what was estimated; {@code NaN} if there is none
 * @param high its upper end; {@code NaN} if there is none
 * @param hint what else there is to know, for those who point at it: {@code 12 processes}
 */
public record Dot(double x, double y, double low, double high, String hint) {

  /** An interval that takes more of the axis hides how all other values differ. */
  private static final double MOST_OF_AXIS = 0.25;

  /** Rounding of places, as a share of the axis. */
  private static final double ROUNDING = 1e-9;

  /** A number without an interval. */
  public static Dot at(double x, double y) {
    return new Dot(x, y, Double.NaN, Double.NaN, "");
  }

  /**
   * An estimate over {@code x}.
   *
   * @param perUnit how many units of the estimate are one of the axis: 1000 for ns on an axis of µs
   */
  public static Dot upright(double x, @Nullable Estimate y, double perUnit, String hint) {
    return y == null
        ? new Dot(x, Double.NaN, Double.NaN, Double.NaN, hint)
        : new Dot(x, y.value() / perUnit, y.low() / perUnit, y.high() / perUnit, hint);
  }

  /** An estimate along the x axis, beside {@code y}; its interval lies. */
  public static Dot lying(@Nullable Estimate x, double y, double perUnit, String hint) {
    return x == null
        ? new Dot(Double.NaN, y, Double.NaN, Double.NaN, hint)
        : new Dot(x.value() / perUnit, y, x.low() / perUnit, x.high() / perUnit, hint);
  }

  /** A range along the x axis, beside {@code y}: its ends, and no value that is the one. */
  public static Dot range(double low, double high, double y, String hint) {
    return new Dot(Double.NaN, y, low, high, hint);
  }

  /** Whether it has a place. */
  public boolean isThere() {
    return !Double.isNaN(x) && !Double.isNaN(y);
  }

  /** Whether it has an interval. */
  public boolean hasInterval() {
    return !Double.isNaN(low) && !Double.isNaN(high);
  }

  /**
   * Whether it has an interval or a range that can be drawn, though it may have no value.
   *
   * @param lying whether that lies along the x axis, beside {@code y}, or stands over {@code x}
   */
  public boolean reaches(boolean lying) {
    return hasInterval() && !Double.isNaN(lying ? y : x);
  }

  /**
   * Whether its interval is too wide to be read on {@code scale}. Two things make it so, and both
   * must hold: a side longer than the value itself, for then neither nothing nor twice as much is
   * excluded; and a side longer than a quarter of the axis. An interval about a value near zero is
   * short on the axis and can be read; a long one about a large value says something.
   *
   * @param scale of the axis that the interval lies along
   * @param lying whether that is the x axis
   */
  public boolean isWide(Scale scale, boolean lying) {
    double value = lying ? x : y;
    double side = Math.max(value - low, high - value);
    double place = scale.toAxis(value);
    double places = Math.max(place - scale.toAxis(low), scale.toAxis(high) - place);
    return hasInterval()
        && side > Math.abs(value)
        && places > MOST_OF_AXIS * (scale.axisMax() - scale.axisMin());
  }

  /** Whether its interval begins below the lower end of the axis it lies along. */
  public boolean goesBelow(Scale scale) {
    return hasInterval() && scale.toAxis(low) < scale.axisMin() - rounding(scale);
  }

  /** Whether its interval ends above the upper end of the axis it lies along. */
  public boolean goesAbove(Scale scale) {
    return hasInterval() && scale.toAxis(high) > scale.axisMax() + rounding(scale);
  }

  /** Whether its place is hardly known: its interval is too wide to be read, or has no room. */
  public boolean isVague(Scale scale, boolean lying) {
    return isThere() && (isWide(scale, lying) || goesBelow(scale) || goesAbove(scale));
  }

  private static double rounding(Scale scale) {
    return ROUNDING * (scale.axisMax() - scale.axisMin());
  }
}
