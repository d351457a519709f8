package org.switchlab.estimate;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.TDistribution;
import org.switchlab.table.Estimate;

/**
 * Student's interval of the trimmed mean of independent units: of five and more a fifth at each end
 * is left out, and the interval accounts for that (Tukey and McLaughlin, <i>Sankhya</i> A 25, 1963;
 * Yuen, <i>Biometrika</i> 61, 1974).
 *
 * <p>Why trimmed: on a busy machine a visit now and then is disturbed and answers many times as
 * much. It would move a mean and, where it is missing by chance, decide a comparison.
 */
public final class Student {

  /** With two units the factor is 12.7 at 95 %, and nothing tells whether one is an outlier. */
  public static final int FEWEST_UNITS = 3;

  /** The usual share that is left out at each end (Yuen, 1974). */
  private static final double TRIMMED_SHARE = 0.2;

  private Student() {}

  /**
   * The trimmed mean with its interval; empty with fewer than {@value #FEWEST_UNITS} units.
   *
   * @param units one value each
   * @param level confidence level, for instance 0.95
   */
  public static Optional<Estimate> interval(double[] units, double level) {
    if (units.length < FEWEST_UNITS) {
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
    double factor = -TDistribution.of(kept - 1).inverseCumulativeProbability((1 - level) / 2);
    double mean = mean(units);
    return Optional.of(new Estimate(mean, mean - factor * error, mean + factor * error, level));
  }

  /** The trimmed mean of at least one unit. */
  static double mean(double[] units) {
    double[] sorted = units.clone();
    Arrays.sort(sorted);
    int cut = trimmed(sorted.length);
    return Mean.of(Arrays.copyOfRange(sorted, cut, sorted.length - cut)).getAsDouble();
  }

  private static int trimmed(int units) {
    return (int) (TRIMMED_SHARE * units);
  }
}
