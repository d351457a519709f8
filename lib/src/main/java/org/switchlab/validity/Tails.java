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

    private final double keptOfTail;

    Of(int averaged) {
      keptOfTail = keptOfTail(averaged);
    }

    /**
     * The mean of the kept part of an average of so many exponentials with mean 1. The average is
     * gamma distributed, and the mean of a gamma variable below a bound is the share of the next
     * gamma distribution below it.
     */
    private static double keptOfTail(int averaged) {
      double bound = GammaDistribution.of(averaged, 1).inverseCumulativeProbability(KEPT);
      return GammaDistribution.of(averaged + 1.0, 1).cumulativeProbability(bound) / KEPT;
    }
  }

  /** The shortest time of rounds whose trimmed mean is {@code typicalNs}, in ns. */
  double shortestNs(double typicalNs, Of trimmed) {
    return typicalNs / (1 + tail * trimmed.keptOfTail);
  }

  /** The mean of rounds whose trimmed mean is {@code typicalNs}, in ns. */
  double meanNs(double typicalNs, Of trimmed) {
    return shortestNs(typicalNs, trimmed) * (1 + tail);
  }
}
