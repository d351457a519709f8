package org.switchlab.claim;

import java.util.List;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.sample.Batch;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;

/** The checks of the direct cost, and of what it is divided by. */
final class DirectCostChecks {

  /** Direct cost, kernel level, in ns (section I and IV of the paper). */
  private static final double PUBLISHED_NS = 620;

  private static final double FACTOR = 2;

  private static final double ALLOWED_SHARE = 0.05;

  /** Two-sided 95 % quantile of the normal distribution. */
  private static final double Z = 1.959964;

  private DirectCostChecks() {}

  /**
   * CS-1: the direct cost. Another processor and kernel cannot be expected to answer the paper's
   * digits, so the magnitude is compared: within a factor of two of the published number.
   */
  static Verdict magnitude(Claim claim, Evidence evidence) {
    Estimate cost = evidence.direct().map(CostEstimate::switchCostNs).orElse(null);
    if (cost == null) {
      return Verdicts.notMeasurable(
          claim, "The direct cost was not measured: add the point with stride 0");
    }
    Outcome outcome = Kleene.within(cost, PUBLISHED_NS / FACTOR, PUBLISHED_NS * FACTOR);
    String here = Intervals.time(cost);
    return Verdicts.of(claim, evidence.source(), outcome, here, whyMagnitude(cost, outcome));
  }

  private static String whyMagnitude(Estimate cost, Outcome outcome) {
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

  /**
   * CS-21: the kernel counts as many switches as the formula divides by.
   *
   * <p>Accepted couples agree by construction, so the share of rejected ones is what can speak
   * against the claim: confirmed if that share is surely below one in twenty, refuted if surely
   * above.
   */
  static Verdict switchesCounted(Claim claim, Evidence evidence) {
    List<CostEstimate> points = evidence.estimates();
    long expected = points.stream().mapToLong(CostEstimate::switchesExpected).sum();
    long counted = points.stream().mapToLong(CostEstimate::switchesCounted).sum();
    long rejected = points.stream().mapToLong(CostEstimate::rejected).sum();
    long couples = rejected + points.stream().mapToLong(CostEstimate::samples).sum();
    if (couples == 0 || (expected == 0 && rejected == 0)) {
      return Verdicts.notMeasurable(claim, "No batch with switches was completed");
    }
    Outcome outcome = rejectedShare(rejected, couples);
    if (Math.abs(counted - expected) > Batch.SWITCH_TOLERANCE * expected) {
      outcome = Outcome.REFUTED;
    }
    String here =
        "%s counted, %s expected; %s of %s rejected"
            .formatted(counted, expected, rejected, Plural.of(couples, "couple"));
    return Verdicts.of(
        claim, evidence.source(), outcome, here, whyCounted(rejected, couples, outcome));
  }

  private static Outcome rejectedShare(long rejected, long couples) {
    if (wilson(rejected, couples, +1) < ALLOWED_SHARE) {
      return Outcome.CONFIRMED;
    }
    return wilson(rejected, couples, -1) > ALLOWED_SHARE ? Outcome.REFUTED : Outcome.INCONCLUSIVE;
  }

  /** A bound of the score interval of a share (E. B. Wilson, JASA 22, 1927). */
  private static double wilson(long hits, long trials, int side) {
    double n = trials;
    double share = hits / n;
    double centre = share + Z * Z / (2 * n);
    double spread = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
    return (centre + side * spread) / (1 + Z * Z / n);
  }

  private static String whyCounted(long rejected, long couples, Outcome outcome) {
    String share =
        "Couples off by more than %s are rejected: with 95 %% confidence %s to %s of them; allowed are %s"
            .formatted(
                Units.share(Batch.SWITCH_TOLERANCE),
                Units.share(Math.max(0, wilson(rejected, couples, -1))),
                Units.share(wilson(rejected, couples, +1)),
                Units.share(ALLOWED_SHARE));
    return outcome == Outcome.INCONCLUSIVE ? share + "; more couples would tell" : share;
  }
}
