package org.switchlab.plan;

import java.time.Duration;

/**
 * How much is measured at each point, and when it stops.
 *
 * @param name {@code adaptive}, {@code quick} or {@code paper}
 * @param precision wanted half-width of the interval, as a share of the estimate; 0 for a fixed
 *     protocol that runs to its end
 * @param level confidence level of the intervals, for instance 0.95
 * @param budget longest time the whole experiment may take
 * @param minProcesses fresh processes every point gets
 * @param maxProcesses fresh processes no point exceeds
 * @param couplesPerProcess single/pair couples each process measures
 * @param batchNs wanted duration of one pair batch, in ns; the runner derives the rounds
 * @param fixedRounds round trips a batch, overriding {@code batchNs}; 0 to derive them
 * @param estimator the statistic reported
 */
public record Protocol(
    String name,
    double precision,
    double level,
    Duration budget,
    int minProcesses,
    int maxProcesses,
    int couplesPerProcess,
    long batchNs,
    long fixedRounds,
    Estimator estimator) {

  /** Refuses protocols that could not end or not begin. */
  public Protocol {
    check(precision >= 0 && precision < 1, "precision", precision, "0 (fixed) or above, below 1");
    check(level > 0.5 && level < 1, "level", level, "between 0.5 and 1, such as 0.95");
    check(!budget.isNegative() && !budget.isZero(), "budget", budget, "longer than 0 s");
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
}
