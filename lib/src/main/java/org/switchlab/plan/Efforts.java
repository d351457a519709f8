package org.switchlab.plan;

import org.switchlab.plan.Effort.Estimator;

/** The protocols experiments start from; each field can be changed afterwards. */
public final class Efforts {

  /** The paper's number of messages a measurement. */
  public static final long PAPER_ROUNDS = 100_000;

  private static final double LEVEL = 0.95;
  private static final long FOREVER_MS = 365L * 24 * 3_600_000;

  private Efforts() {}

  /** Many short processes a point until intervals are within 2 %, 53 s at most. */
  public static Effort adaptive() {
    return timed("adaptive", 0.02, 53_000, 4, 40, 8, 2_000_000);
  }

  /** For a first look: within 5 %, 6.5 s at most. */
  public static Effort quick() {
    return timed("quick", 0.05, 6_500, 2, 12, 6, 1_000_000);
  }

  /** A single point has time for many processes: within 1 %, 20 s at most. */
  public static Effort onePoint() {
    return adaptive().withPrecision(0.01).withProcesses(20, 400).withBudgetMs(20_000);
  }

  /** A first look at a single point: within 2 %, 5 s at most. */
  public static Effort quickOnePoint() {
    return quick().withPrecision(0.02).withProcesses(10, 100).withBudgetMs(5_000);
  }

  /** Wrong methods beside the right one, pass by pass: within 2 % of it, 30 s at most. */
  public static Effort passes() {
    return timed("passes", 0.02, 30_000, 10, 100, 8, 2_000_000);
  }

  /** The same for a first look: within 5 %, 8 s at most. */
  public static Effort quickPasses() {
    return timed("quick", 0.05, 8_000, 5, 30, 4, 1_000_000);
  }

  /** Visits of programs and functions, whose medians are the units: within 2 %, 30 s at most. */
  public static Effort visits() {
    return timed("visits", 0.02, 30_000, 5, 400, 10, 2_000_000);
  }

  /** The same for a first look: within 5 %, 5 s at most. */
  public static Effort quickVisits() {
    return timed("quick", 0.05, 5_000, 3, 40, 5, 1_000_000);
  }

  /** One process that does a fixed number of rounds once, to be looked at rather than estimated. */
  public static Effort once(int rounds) {
    return fixed("once", 1, 1, 1_000, rounds, Estimator.QUIET_MEDIAN);
  }

  /**
   * For counts: each point is counted so often, each time by fresh processes, and nothing is timed.
   *
   * @param repetitions 1 or more
   */
  public static Effort counted(int repetitions) {
    return fixed("counted", repetitions, 1, 2_000_000, 0, Estimator.QUIET_MEDIAN);
  }

  /**
   * The paper's fixed protocol: 20 groups of 10 iterations of N = 100 000 messages, averaged.
   *
   * @param scale factor on N, above 0 up to 1, for those who cannot wait for days
   */
  public static Effort paper(double scale) {
    if (!(scale > 0 && scale <= 1)) {
      throw new IllegalArgumentException(
          "scale is " + scale + "; it must be above 0 and at most 1 (1 = the paper's 100 000)");
    }
    long rounds = Math.max(1, Math.round(PAPER_ROUNDS * scale));
    return fixed("paper", 20, 10, 2_000_000, rounds, Estimator.MEAN_OF_ALL);
  }

  private static Effort timed(
      String name,
      double precision,
      long budgetMs,
      int fewest,
      int most,
      int couples,
      long batchNs) {
    Estimator median = Estimator.QUIET_MEDIAN;
    return new Effort(name, precision, LEVEL, budgetMs, fewest, most, couples, batchNs, 0, median);
  }

  private static Effort fixed(
      String name, int processes, int couples, long batchNs, long rounds, Estimator estimator) {
    return new Effort(
        name, 0, LEVEL, FOREVER_MS, processes, processes, couples, batchNs, rounds, estimator);
  }
}
