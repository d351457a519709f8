package org.switchlab.table;

import java.util.Arrays;
import java.util.List;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;

/**
 * A number with its interval; the unit stands in the name of whatever holds it. Of a few
 * repetitions the interval is their range, which says how they differ and promises no more.
 *
 * @param value the point estimate
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param level the interval's confidence level, for instance 0.95; 0 of a range
 * @param rangeOf of how many repetitions it is the range; 0 of an interval that has a level
 */
public record Estimate(double value, double low, double high, double level, int rangeOf) {

  /** With an interval of a confidence level. */
  public Estimate(double value, double low, double high, double level) {
    this(value, low, high, level, 0);
  }

  /** What {@code repetitions}, two or more, say together, and between which values they lie. */
  public static Estimate range(double value, double[] repetitions) {
    return new Estimate(
        value,
        Arrays.stream(repetitions).min().orElseThrow(),
        Arrays.stream(repetitions).max().orElseThrow(),
        0,
        repetitions.length);
  }

  /** The mean of at least one, with the mean of their ends: it holds whatever they may be. */
  public static Estimate mean(List<Estimate> all) {
    return new Estimate(
        all.stream().mapToDouble(Estimate::value).average().orElseThrow(),
        all.stream().mapToDouble(Estimate::low).average().orElseThrow(),
        all.stream().mapToDouble(Estimate::high).average().orElseThrow(),
        all.getFirst().level(),
        all.getFirst().rangeOf());
  }

  /** What its ends are: {@code 95 % interval}, or {@code range of 3 repetitions}. */
  public String kind() {
    return rangeOf > 0
        ? "range of " + Plural.of(rangeOf, "repetition")
        : Units.share(level) + " interval";
  }

  /** The same of several: {@code 95 % intervals}. */
  public String kinds() {
    return rangeOf > 0 ? kind() : kind() + "s";
  }

  /** What {@code other} leaves of this; it holds whatever both may be. */
  public Estimate minus(Estimate other) {
    return new Estimate(value - other.value, low - other.high, high - other.low, level, rangeOf);
  }

  /** Half the interval's width as a share of the estimate's magnitude. */
  public double relativeHalfWidth() {
    return (high - low) / 2 / Math.abs(value);
  }
}
