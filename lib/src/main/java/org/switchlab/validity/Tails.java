package org.switchlab.validity;

import org.apache.commons.statistics.distribution.GammaDistribution;
import org.switchlab.sample.Rounds;

/**
 * The times of rounds: a shortest time and an exponential one on top. Of such the trimmed mean and
 * the mean are known without drawing any.
 *
 * @param tail the exponential's mean, as a share of the shortest time
 */
record Tails(double tail) {

  private static final double KEPT = 1 - Rounds.TRIMMED_PERCENT / 100.0;

  /** What is trimmed. */
  enum Of {
    /** One time a round: a message, a walk. */
    ONE(1),
    /** Half of two: both legs. */
    BOTH_LEGS(2);

    private final int averaged;
    private final double keptOfTail;

    Of(int averaged) {
      this.averaged = averaged;
      this.keptOfTail = meanBelow(KEPT);
    }

    /**
     * The mean of the lower share of an average of exponentials with mean 1. The average is gamma
     * distributed, and the mean of a gamma variable below a bound is the share of the next gamma
     * distribution below it.
     */
    private double meanBelow(double share) {
      double bound = GammaDistribution.of(averaged, 1).inverseCumulativeProbability(share);
      return GammaDistribution.of(averaged + 1.0, 1).cumulativeProbability(bound) / share;
    }
  }

  /** The shortest time of rounds whose trimmed mean is {@code typicalNs}, in ns. */
  double shortestNs(double typicalNs, Of trimmed) {
    return typicalNs / (1 + tail * trimmed.keptOfTail);
  }

  /**
   * The trimmed mean where some rounds are interrupted: these are all trimmed, and of the others
   * fewer.
   *
   * @param nominalNs the trimmed mean where none is, in ns
   * @param interrupted the share of times that are, before they are averaged
   */
  double typicalNs(double nominalNs, Of trimmed, double interrupted) {
    if (interrupted == 0) {
      return nominalNs;
    }
    double spared = Math.pow(1 - interrupted, trimmed.averaged);
    return shortestNs(nominalNs, trimmed) * (1 + tail * trimmed.meanBelow(KEPT / spared));
  }

  /** The mean of rounds whose trimmed mean is {@code typicalNs}, in ns. */
  double meanNs(double typicalNs, Of trimmed) {
    return shortestNs(typicalNs, trimmed) * (1 + tail);
  }
}
