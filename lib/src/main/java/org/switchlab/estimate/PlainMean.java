package org.switchlab.estimate;

import java.util.Optional;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.TDistribution;
import org.switchlab.table.Estimate;

/**
 * Student's interval of the mean of all independent units, none left out: for what is to include
 * everything that happened, interrupts and disturbed passes too. A single wild unit moves it and
 * widens it, as it must.
 */
final class PlainMean {

  private PlainMean() {}

  /**
   * The mean with its interval; empty with fewer than {@value Student#FEWEST_UNITS} units.
   *
   * @param units one value each
   * @param level confidence level, for instance 0.95
   */
  static Optional<Estimate> interval(double[] units, double level) {
    if (units.length < Student.FEWEST_UNITS) {
      return Optional.empty();
    }
    double error = Math.sqrt(Variance.of(units).getAsDouble() / units.length);
    double factor = TDistribution.of(units.length - 1).inverseSurvivalProbability((1 - level) / 2);
    double mean = Mean.of(units).getAsDouble();
    return Optional.of(new Estimate(mean, mean - factor * error, mean + factor * error, level));
  }
}
