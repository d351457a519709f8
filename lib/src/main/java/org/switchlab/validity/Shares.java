package org.switchlab.validity;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.switchlab.table.Estimate;

/**
 * Shares over simulated runs, with their intervals: runs are independent, what is in one is not.
 */
final class Shares {

  private static final double LEVEL = 0.95;
  private static final double Z =
      NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - LEVEL) / 2);

  private Shares() {}

  /** The mean of at least one. */
  static double mean(double[] shares) {
    return Arrays.stream(shares).average().orElseThrow();
  }

  /** The mean of a share that each run has, of at least one run. */
  static Estimate ofRuns(double[] shares) {
    double mean = mean(shares);
    double squares = Arrays.stream(shares).map(s -> (s - mean) * (s - mean)).sum();
    double half = Z * Math.sqrt(squares / Math.max(1, shares.length - 1) / shares.length);
    return new Estimate(mean, mean - half, mean + half, LEVEL);
  }

  /**
   * The share of runs of which something is true: Wilson's interval (<i>JASA</i> 22, 1927), which
   * holds for shares near 0 and 1 too.
   */
  static Estimate of(long hits, long runs) {
    double share = (double) hits / runs;
    double scale = 1 + Z * Z / runs;
    double centre = (share + Z * Z / (2 * runs)) / scale;
    double half = Z / scale * Math.sqrt(share * (1 - share) / runs + Z * Z / (4.0 * runs * runs));
    double low = hits == 0 ? 0 : centre - half; // 0 but for rounding
    double high = hits == runs ? 1 : centre + half;
    return new Estimate(share, low, high, LEVEL);
  }
}
