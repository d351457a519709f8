package org.switchlab.estimate;

import java.util.Optional;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;
import org.switchlab.table.Estimate;

/** The interval of a mean of few independent units (Student, <i>Biometrika</i> 6, 1908). */
public final class Student {

  /** With two units the factor is 12.7 at 95 %, and nothing tells whether one is an outlier. */
  public static final int FEWEST_UNITS = 3;

  private Student() {}

  /**
   * The mean with its interval; empty with fewer than {@value #FEWEST_UNITS} units.
   *
   * @param units one value each
   * @param level confidence level, for instance 0.95
   */
  public static Optional<Estimate> interval(double[] units, double level) {
    if (units.length < FEWEST_UNITS) {
      return Optional.empty();
    }
    double mean = Mean.of(units).getAsDouble();
    double error = StandardDeviation.of(units).getAsDouble() / Math.sqrt(units.length);
    double factor =
        -TDistribution.of(units.length - 1).inverseCumulativeProbability((1 - level) / 2);
    return Optional.of(new Estimate(mean, mean - factor * error, mean + factor * error, level));
  }
}
