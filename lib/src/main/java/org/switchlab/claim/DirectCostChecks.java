package org.switchlab.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.estimate.PassContrast;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Batch;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;

/** The checks of the direct cost, and of what it is divided by. */
final class DirectCostChecks {

  /** Direct cost, kernel level, in ns (section I and IV of the paper). */
  private static final double PUBLISHED_NS = 620;

  /** Clock of the paper's machine, in MHz (its table of machines). */
  private static final double PUBLISHED_MHZ = 2_100;

  /** How many of all samples must have the switches they should. */
  private static final double RIGHT_SHARE = 0.95;

  /** How far all switches together may be off: costs that differ by so much are equal. */
  private static final double OFF = Margins.EQUAL;

  private DirectCostChecks() {}

  /**
   * CS-1: the direct cost. It is a number of one machine in one year; on another it is another, and
   * neither is wrong. So both stand side by side with what makes them comparable: the message that
   * the switch comes with, and the clock.
   */
  static Answer magnitude(Claim claim, Evidence evidence) {
    return evidence
        .direct()
        .map(cost -> Answer.exact(compared(claim, evidence, cost)))
        .orElseGet(
            () ->
                Answer.exact(
                    Verdicts.notMeasurable(
                        claim, "The direct cost was not measured: add the point with stride 0")));
  }

  private static Verdict compared(Claim claim, Evidence evidence, CostEstimate cost) {
    PassContrast direct = Margins.cost(cost);
    double costNs = Margins.localNs(direct);
    String why =
        "A time of one machine is no shape that another must have, so it is shown, not judged: "
            + String.join(", ", ratios(cost, costNs, evidence.geometry().clockMhz()));
    return Verdicts.of(
        claim, evidence.source(), Outcome.COMPARED, Intervals.cost(direct), why, List.of());
  }

  private static List<String> ratios(CostEstimate cost, double costNs, OptionalDouble clockMhz) {
    List<String> ratios = new ArrayList<>();
    ratios.add(Units.digits(costNs / PUBLISHED_NS) + " times the published time");
    if (clockMhz.isPresent()) {
      double cycles = costNs * clockMhz.getAsDouble() / 1e3;
      ratios.add(
          "%s clock cycles at %s GHz where the paper's %s were %s at %s GHz"
              .formatted(
                  Units.roughly(cycles),
                  Units.digits(clockMhz.getAsDouble() / 1e3),
                  Units.duration(PUBLISHED_NS),
                  Units.roughly(PUBLISHED_NS * PUBLISHED_MHZ / 1e3),
                  Units.plain(Units.digits(PUBLISHED_MHZ / 1e3))));
    }
    Double messageNs = cost.singleNs();
    if (messageNs != null) {
      ratios.add(
          "%s times one message without a switch (%s)"
              .formatted(Units.digits(costNs / messageNs), Units.duration(messageNs)));
    }
    return ratios;
  }

  /**
   * CS-21: the kernel counts as many switches as the formula divides by.
   *
   * <p>Asked of all samples, also of those that were left out because their count was off:
   * confirmed if surely nineteen of twenty or more count as they must, refuted if surely fewer do,
   * or if all switches together are off by more than a twentieth. Samples of one pass are taken as
   * independent, which they are as far as strangers come and go between them.
   */
  static Answer switchesCounted(Claim claim, Evidence evidence) {
    List<CostEstimate> points = evidence.estimates();
    long expected = points.stream().mapToLong(CostEstimate::switchesExpected).sum();
    long counted = points.stream().mapToLong(CostEstimate::switchesCounted).sum();
    long rejected = points.stream().mapToLong(CostEstimate::rejected).sum();
    long samples = rejected + points.stream().mapToLong(CostEstimate::samples).sum();
    if (samples == 0 || expected == 0) {
      return Answer.exact(Verdicts.notMeasurable(claim, "No sample with switches was completed"));
    }
    String here =
        "%s counted, %s expected; %s of %s off"
            .formatted(counted, expected, rejected, Plural.of(samples, "sample"));
    if (Math.abs(counted - expected) > OFF * expected) {
      return Answer.exact(
          Verdicts.of(
              claim,
              evidence.source(),
              Outcome.REFUTED,
              here,
              "All switches together are off by %s, and %s is the most that counts as equal"
                  .formatted(
                      Units.share(Math.abs(counted - expected) / (double) expected),
                      Units.share(OFF)),
              List.of()));
    }
    Set<Setting> settings =
        points.stream().map(CostEstimate::setting).collect(Collectors.toUnmodifiableSet());
    int passes = points.stream().mapToInt(point -> point.passes().size()).max().orElse(0);
    return Tested.of(
        claim,
        evidence,
        new Share(
            "samples with the switches they must have",
            samples - rejected,
            samples,
            RIGHT_SHARE,
            passes,
            settings),
        "Asked of all samples, those left out included; one is off if more than %s of its switches are"
            .formatted(Units.share(Batch.SWITCH_TOLERANCE)),
        here);
  }
}
