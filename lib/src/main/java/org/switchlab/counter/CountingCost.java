package org.switchlab.counter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/**
 * What counting costs the counted work.
 *
 * @param share median of how much longer a round takes while it is counted, as a share of a round
 *     that is not; can be a little below 0 where counting costs nothing
 * @param lowShare lower end of its interval
 * @param highShare upper end of its interval
 * @param level confidence that the interval holds the true median, as it came out; at least 0.95
 * @param couples pairs of batches it was measured on
 */
public record CountingCost(
    double share, double lowShare, double highShare, double level, int couples) {

  private static final double LEVEL = 0.95;

  /** With fewer, not even the whole range holds the median with {@value #LEVEL} confidence. */
  public static final int LEAST_COUPLES = 6;

  /**
   * One round counted and one not, next to each other.
   *
   * @param countedRoundNs time of a round while it was counted, in ns
   * @param uncountedRoundNs time of a round while nothing counted, in ns
   */
  public record Couple(double countedRoundNs, double uncountedRoundNs) {
    double share() {
      return countedRoundNs / uncountedRoundNs - 1;
    }
  }

  /**
   * The median over {@code couples} and its distribution-free interval, between two order
   * statistics: the number of shares below the median is binomial with one half (Conover, Practical
   * Nonparametric Statistics, 3rd ed., section 3.2).
   *
   * @throws IllegalArgumentException for fewer than {@value #LEAST_COUPLES} couples
   */
  public static CountingCost of(List<Couple> couples) {
    int n = couples.size();
    if (n < LEAST_COUPLES) {
      throw new IllegalArgumentException(
          "%d couples; an interval needs %d or more".formatted(n, LEAST_COUPLES));
    }
    double[] shares = couples.stream().mapToDouble(Couple::share).sorted().toArray();
    var below = BinomialDistribution.of(n, 0.5);
    int rank = 0;
    while (2 * below.cumulativeProbability(rank + 1) <= 1 - LEVEL) {
      rank++;
    }
    return new CountingCost(
        (shares[(n - 1) / 2] + shares[n / 2]) / 2,
        shares[rank],
        shares[n - 1 - rank],
        1 - 2 * below.cumulativeProbability(rank),
        n);
  }

  /** The doubt this throws on times taken while counting; empty if no cost can be told from 0. */
  public Optional<Warning> warning() {
    return lowShare <= 0
        ? Optional.empty()
        : Optional.of(
            new Warning(
                WarningCode.COUNTING_COST,
                String.format(
                    Locale.ROOT,
                    "a round takes %.1f %% longer while it is counted (%.1f %% to %.1f %%): no time"
                        + " was taken from counted rounds",
                    100 * share,
                    100 * lowShare,
                    100 * highShare),
                "none needed: counting and timing are separate runs"));
  }
}
