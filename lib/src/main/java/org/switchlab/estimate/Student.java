package org.switchlab.estimate;

import java.util.Optional;
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

  private Student() {}

  /**
   * The trimmed mean with its interval; empty with fewer than {@value #FEWEST_UNITS} units.
   *
   * @param units one value each
   * @param level confidence level, for instance 0.95
   */
  public static Optional<Estimate> interval(double[] units, double level) {
    return TrimmedMean.of(units).map(mean -> mean.interval(level));
  }

  /** The trimmed mean of at least one unit. */
  static double mean(double[] units) {
    return TrimmedMean.value(units);
  }
}
