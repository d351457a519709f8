package org.switchlab.plan;

/**
 * How much is measured at each point, and when it stops.
 *
 * @param name {@code adaptive}, {@code quick} or {@code paper}
 * @param precision wanted half-width of the interval, as a share of the estimate; 0 for a fixed
 *     protocol that runs to its end
 * @param level confidence level of the intervals, for instance 0.95
 * @param budgetMs longest time the whole experiment may take, in ms
 * @param minProcesses fresh processes every point gets
 * @param maxProcesses fresh processes no point exceeds
 * @param couplesPerProcess single/pair couples each process measures
 * @param batchNs wanted duration of one pair batch, in ns; the runner derives the rounds
 * @param fixedRounds round trips a batch, overriding {@code batchNs}; 0 to derive them
 * @param estimator the statistic reported
 */
public record Effort(
    String name,
    double precision,
    double level,
    long budgetMs,
    int minProcesses,
    int maxProcesses,
    int couplesPerProcess,
    long batchNs,
    long fixedRounds,
    Estimator estimator) {

  /** Which statistic of a point's couples is its estimate. */
  public enum Estimator {
    /** The median of the couples measured while the machine was quiet. */
    QUIET_MEDIAN,
    /** The mean of every couple, as the paper averages its 200 samples. */
    MEAN_OF_ALL
  }

  /** Refuses protocols that could not end or not begin. */
  public Effort {
    check(precision >= 0 && precision < 1, "precision", precision, "0 (fixed) or above, below 1");
    check(level > 0.5 && level < 1, "level", level, "between 0.5 and 1, such as 0.95");
    check(budgetMs >= 1, "budgetMs", budgetMs, "1 ms or more");
    check(minProcesses >= 1, "minProcesses", minProcesses, "1 or more");
    check(maxProcesses >= minProcesses, "maxProcesses", maxProcesses, "minProcesses or more");
    check(couplesPerProcess >= 1, "couplesPerProcess", couplesPerProcess, "1 or more");
    check(batchNs >= 1_000, "batchNs", batchNs, "1 000 ns or more");
    check(fixedRounds >= 0, "fixedRounds", fixedRounds, "0 (derived) or more");
  }

  private static void check(boolean holds, String name, Object value, String allowed) {
    if (!holds) {
      throw new IllegalArgumentException("%s is %s; it must be %s".formatted(name, value, allowed));
    }
  }

  /** Whether the protocol runs to its end whatever the intervals are. */
  public boolean isFixed() {
    return precision == 0;
  }

  /** The same with another wanted half-width. */
  public Effort withPrecision(double newPrecision) {
    check(newPrecision > 0, "precision", newPrecision, "above 0 and below 1, such as 0.02");
    return with(newPrecision, budgetMs, minProcesses, maxProcesses);
  }

  /** The same with another longest time. */
  public Effort withBudgetMs(long newBudgetMs) {
    return with(precision, newBudgetMs, minProcesses, maxProcesses);
  }

  /** The same with other numbers of fresh processes a point. */
  public Effort withProcesses(int newMinProcesses, int newMaxProcesses) {
    return with(precision, budgetMs, newMinProcesses, newMaxProcesses);
  }

  private Effort with(double narrow, long longestMs, int fewest, int most) {
    int couples = couplesPerProcess;
    return new Effort(
        name, narrow, level, longestMs, fewest, most, couples, batchNs, fixedRounds, estimator);
  }
}
