package org.switchlab.estimate;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.TDistribution;
import org.switchlab.table.Estimate;

/**
 * The trimmed mean of independent units with what its error is: what Student's interval and
 * Student's test are both made of, so that they never contradict each other (Yuen,
 * <i>Biometrika</i> 61, 1974).
 *
 * @param value the mean without a fifth of the units at each end, of five and more
 * @param error its standard error, in the unit of the value
 * @param units how many units there were
 * @param degrees degrees of freedom of the t distribution that comes closest
 */
public record TrimmedMean(double value, double error, int units, double degrees) {

  /** The usual share that is left out at each end (Yuen, 1974). */
  private static final double TRIMMED_SHARE = 0.2;

  /**
   * With Yuen's degrees, one less than the units kept, errors of 0.5 % come out as 0.6 to 0.7 % for
   * normal units, whatever their number: the trimmed mean's tails are longer. So many of them make
   * it 0.5 %; a test simulates it.
   */
  private static final double DEGREES_SHARE = 0.87;

  /**
   * Of units with one value each; empty with fewer than {@value Student#FEWEST_UNITS}.
   *
   * @param units in any order
   */
  public static Optional<TrimmedMean> of(double[] units) {
    if (units.length < Student.FEWEST_UNITS) {
      return Optional.empty();
    }
    double[] sorted = units.clone();
    Arrays.sort(sorted);
    int cut = trimmed(sorted.length);
    int kept = sorted.length - 2 * cut;
    double[] winsorized = sorted.clone();
    Arrays.fill(winsorized, 0, cut, sorted[cut]);
    Arrays.fill(winsorized, cut + kept, sorted.length, sorted[cut + kept - 1]);
    double squares = Variance.of(winsorized).getAsDouble() * (sorted.length - 1);
    double error = Math.sqrt(squares / ((double) kept * (kept - 1)));
    return Optional.of(new TrimmedMean(value(units), error, units.length, degrees(units.length)));
  }

  /**
   * The plain mean of units, of which none is left out: for what is to include everything that
   * happened. A single wild unit moves it and widens its interval, as it must. Empty with fewer
   * than {@value Student#FEWEST_UNITS}.
   */
  static Optional<TrimmedMean> untrimmed(double[] units) {
    if (units.length < Student.FEWEST_UNITS) {
      return Optional.empty();
    }
    double error = Math.sqrt(Variance.of(units).getAsDouble() / units.length);
    double mean = Mean.of(units).getAsDouble();
    return Optional.of(new TrimmedMean(mean, error, units.length, units.length - 1));
  }

  /**
   * The sum with another mean that errs independently; of degrees as few as the larger error has,
   * or somewhat more (Welch, <i>Biometrika</i> 34, 1947).
   */
  TrimmedMean plus(TrimmedMean other) {
    double own = error * error;
    double others = other.error * other.error;
    double both = own + others;
    double sum =
        both == 0
            ? Math.min(degrees, other.degrees)
            : both * both / (own * own / degrees + others * others / other.degrees);
    return new TrimmedMean(value + other.value, Math.sqrt(both), Math.min(units, other.units), sum);
  }

  private static double degrees(int units) {
    int kept = units - 2 * trimmed(units);
    return kept == units ? kept - 1 : DEGREES_SHARE * (kept - 1);
  }

  /** The trimmed mean of at least one unit. */
  static double value(double[] units) {
    double[] sorted = units.clone();
    Arrays.sort(sorted);
    int cut = trimmed(sorted.length);
    return Mean.of(Arrays.copyOfRange(sorted, cut, sorted.length - cut)).getAsDouble();
  }

  private static int trimmed(int units) {
    return (int) (TRIMMED_SHARE * units);
  }

  /** With Student's interval, for instance at level 0.95. */
  public Estimate interval(double level) {
    double half = quantile((1 - level) / 2) * error;
    return new Estimate(value, value - half, value + half, level);
  }

  private double quantile(double probability) {
    return TDistribution.of(degrees).inverseSurvivalProbability(probability);
  }

  /**
   * How many times these units would be needed to tell the mean from a line, if both stayed where
   * they are: more units have smaller errors, and a t distribution with shorter tails.
   *
   * @param distance from the mean to the line
   * @param probability of a false answer, on one side
   * @param power how probable the answer shall be
   * @param most what is not looked beyond
   * @return 1 or more; infinite if {@code most} are not enough
   */
  public double timesNeeded(double distance, double probability, double power, double most) {
    for (int n = units; n <= most * units; n++) {
      TDistribution t = TDistribution.of(degrees(n));
      double errors =
          t.inverseSurvivalProbability(probability) + t.inverseSurvivalProbability(1 - power);
      if (errors * error * Math.sqrt(units / (double) n) <= distance) {
        return n / (double) units;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /** How probable a mean as high as this is, or a higher one, if the truth is {@code threshold}. */
  public double pAbove(double threshold) {
    return TDistribution.of(degrees).survivalProbability(errorsAbove(threshold));
  }

  /** How probable a mean as low as this is, or a lower one, if the truth is {@code threshold}. */
  public double pBelow(double threshold) {
    return TDistribution.of(degrees).cumulativeProbability(errorsAbove(threshold));
  }

  /** Units that all say the same say it surely. */
  private double errorsAbove(double threshold) {
    double distance = value - threshold;
    return distance == 0 ? 0 : distance / error;
  }
}
