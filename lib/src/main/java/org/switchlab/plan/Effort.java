package org.switchlab.plan;

/**
 * How much is measured, in passes over all settings, and when they end. Passes are the independent
 * units of all that is estimated, so their number must not follow from what they say: it is fixed,
 * or the time decides, or a pilot decides once, or each look at the verdicts is paid for.
 *
 * @param name {@code timed}, {@code quick} or {@code paper}
 * @param level confidence level of the intervals, and of all verdicts of the run together, for
 *     instance 0.95; a run that looks at its verdicts more than once ends at a stricter one
 * @param budgetMs how long it measures, in ms; at most, for a fixed protocol and for a precision;
 *     until it first looks at the verdicts, if it is measured until they are decided
 * @param limitMs when it ends although verdicts are open, in ms; 0 if it does not wait for them
 * @param passes passes that a fixed protocol makes; 0 for as many as there is time for
 * @param precision wanted half-width of the intervals, as a share of the estimate: after a pilot
 *     each setting gets as many passes as that takes; 0 if none is asked for
 * @param repetitions what a visit of a setting observes: couples, calls. Where rounds are stamped,
 *     time is divided among settings instead
 * @param batchNs wanted duration of one pair batch, in ns; the runner derives the rounds
 * @param fixedRounds round trips a batch, overriding {@code batchNs}; 0 to derive them
 * @param estimator which statistic is the headline
 */
public record Effort(
    String name,
    double level,
    long budgetMs,
    long limitMs,
    int passes,
    double precision,
    int repetitions,
    long batchNs,
    long fixedRounds,
    Estimator estimator) {

  /** Which statistic of what a pass saw is its cost. */
  public enum Estimator {
    /** The typical cost: what is paid when nobody interrupts. */
    TYPICAL,
    /** The mean of everything, as the paper averages its 200 samples. */
    MEAN_OF_ALL
  }

  /** Refuses protocols that could not end or not begin. */
  public Effort {
    check(level > 0.5 && level < 1, "level", level, "between 0.5 and 1, such as 0.95");
    check(budgetMs >= 1, "budgetMs", budgetMs, "1 ms or more");
    check(limitMs == 0 || limitMs >= budgetMs, "limitMs", limitMs, "0 or at least the budget");
    check(passes >= 0, "passes", passes, "0 (as time allows) or more");
    check(precision >= 0 && precision < 1, "precision", precision, "0 (none) or above, below 1");
    check(repetitions >= 1, "repetitions", repetitions, "1 or more");
    check(batchNs >= 1_000, "batchNs", batchNs, "1 000 ns or more");
    check(fixedRounds >= 0, "fixedRounds", fixedRounds, "0 (derived) or more");
    int ways = (passes > 0 ? 1 : 0) + (precision > 0 ? 1 : 0) + (limitMs > 0 ? 1 : 0);
    check(ways <= 1, "its end", "said more than once", "passes, a precision, or a limit");
  }

  private static void check(boolean holds, String name, Object value, String allowed) {
    if (!holds) {
      throw new IllegalArgumentException("%s is %s; it must be %s".formatted(name, value, allowed));
    }
  }

  /** Whether the number of passes was said beforehand. */
  public boolean isFixed() {
    return passes > 0;
  }

  /** Whether a pilot says how many passes each setting needs. */
  public boolean hasPilot() {
    return precision > 0;
  }

  /** Whether it goes on until every verdict is decided. */
  public boolean waitsForVerdicts() {
    return limitMs > 0;
  }

  /** The same with another wanted half-width. */
  public Effort withPrecision(double newPrecision) {
    check(newPrecision > 0, "precision", newPrecision, "above 0 and below 1, such as 0.02");
    return with(level, budgetMs, limitMs, newPrecision);
  }

  /** The same with another time. */
  public Effort withBudgetMs(long newBudgetMs) {
    return with(level, newBudgetMs, limitMs, precision);
  }

  /** The same until every verdict is decided, or so long. */
  public Effort withLimitMs(long newLimitMs) {
    check(newLimitMs > 0, "limitMs", newLimitMs, "1 ms or more");
    return with(level, budgetMs, newLimitMs, precision);
  }

  /** The same at another level. */
  public Effort withLevel(double newLevel) {
    return with(newLevel, budgetMs, limitMs, precision);
  }

  private Effort with(double sure, long timeMs, long longestMs, double narrow) {
    return new Effort(
        name,
        sure,
        timeMs,
        longestMs,
        passes,
        narrow,
        repetitions,
        batchNs,
        fixedRounds,
        estimator);
  }
}
