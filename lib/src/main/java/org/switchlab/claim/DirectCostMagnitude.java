package org.switchlab.claim;

import org.switchlab.estimate.CostEstimate;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/**
 * CS-1: the direct cost. Another processor and kernel cannot be expected to answer the paper's
 * digits, so the magnitude is compared: within a factor of two of the published number.
 */
final class DirectCostMagnitude {

  /** Direct cost, kernel level, in ns (section I and IV of the paper). */
  private static final double PUBLISHED_NS = 620;

  private static final double FACTOR = 2;

  private DirectCostMagnitude() {}

  static Verdict judge(Claim claim, Evidence evidence) {
    Estimate cost = evidence.direct().map(CostEstimate::switchCostNs).orElse(null);
    if (cost == null) {
      return Verdicts.notMeasurable(
          claim, "The direct cost was not measured: add the point with stride 0");
    }
    Outcome outcome = Kleene.within(cost, PUBLISHED_NS / FACTOR, PUBLISHED_NS * FACTOR);
    String here = Units.interval(cost.value(), cost.low(), cost.high());
    return Verdicts.of(claim, evidence, outcome, here, why(cost, outcome));
  }

  private static String why(Estimate cost, Outcome outcome) {
    String compared =
        "Compared is the magnitude: within a factor of two of %s is %s to %s; here it is %s times"
            .formatted(
                Units.duration(PUBLISHED_NS),
                Units.duration(PUBLISHED_NS / FACTOR),
                Units.duration(PUBLISHED_NS * FACTOR),
                Units.digits(cost.value() / PUBLISHED_NS));
    return outcome == Outcome.INCONCLUSIVE
        ? compared
            + ", and the interval (%s wide) crosses a bound; %s"
                .formatted(Units.duration(cost.high() - cost.low()), Verdicts.NARROW_IT)
        : compared;
  }
}
