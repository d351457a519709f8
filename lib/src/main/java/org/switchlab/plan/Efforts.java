package org.switchlab.plan;

import org.switchlab.plan.Effort.Estimator;

/** The protocols experiments start from; each field can be changed afterwards. */
public final class Efforts {

  /** The paper's number of messages a measurement. */
  public static final long PAPER_ROUNDS = 100_000;

  private static final double LEVEL = 0.95;
  private static final long FOREVER_MS = 365L * 24 * 3_600_000;

  private Efforts() {}

  /** Short visits, pass by pass, for 60 s: a whole figure. */
  public static Effort usual() {
    return timed("timed", 60_000, 8, 2_000_000);
  }

  /** For a first look: 6 s. */
  public static Effort quick() {
    return timed("quick", 6_000, 6, 1_000_000);
  }

  /** A single setting: 20 s. */
  public static Effort onePoint() {
    return usual().withBudgetMs(20_000);
  }

  /** A first look at a single setting: 5 s. */
  public static Effort quickOnePoint() {
    return quick().withBudgetMs(5_000);
  }

  /** Wrong methods beside the right one, pass by pass: 30 s. */
  public static Effort passes() {
    return usual().withBudgetMs(30_000);
  }

  /** The same for a first look: 8 s. */
  public static Effort quickPasses() {
    return timed("quick", 8_000, 4, 1_000_000);
  }

  /** Visits of programs and functions, whose medians are the units: 20 s. */
  public static Effort visits() {
    return timed("timed", 20_000, 10, 2_000_000);
  }

  /** The same for a first look: 5 s. */
  public static Effort quickVisits() {
    return timed("quick", 5_000, 5, 1_000_000);
  }

  /** One process that does a fixed number of rounds once, to be looked at rather than estimated. */
  public static Effort once(int rounds) {
    return fixed("once", 1, 1, 1_000, rounds, Estimator.TYPICAL);
  }

  /**
   * For counts: each point is counted so often, each time by fresh processes, and nothing is timed.
   *
   * @param repetitions 1 or more
   */
  public static Effort counted(int repetitions) {
    return fixed("counted", repetitions, 1, 2_000_000, 0, Estimator.TYPICAL);
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

  private static Effort timed(String name, long budgetMs, int repetitions, long batchNs) {
    Estimator typical = Estimator.TYPICAL;
    return new Effort(name, LEVEL, budgetMs, 0, 0, 0, repetitions, batchNs, 0, typical);
  }

  private static Effort fixed(
      String name, int passes, int repetitions, long batchNs, long rounds, Estimator estimator) {
    return new Effort(
        name, LEVEL, FOREVER_MS, 0, passes, 0, repetitions, batchNs, rounds, estimator);
  }
}
