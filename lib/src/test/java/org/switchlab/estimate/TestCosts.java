package org.switchlab.estimate;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.switchlab.plan.Effort;
import org.switchlab.plan.Effort.Estimator;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Batch;
import org.switchlab.sample.Couple;
import org.switchlab.sample.ProcessSample;
import org.switchlab.sample.Variant;

/** Couples with chosen costs by setting, for tests of what is made of them. */
final class TestCosts {

  static final Setting DIRECT = Setting.of();

  static final long FLOOR_NS = 10_000;
  private static final long ROUNDS = 1_000;
  private static final long SINGLE_NS = 400;

  private TestCosts() {}

  static Couple couple(double costNs, long referenceNs) {
    return couple(costNs, referenceNs, 2 * ROUNDS);
  }

  static Couple couple(double costNs, long referenceNs, long switchesCounted) {
    long singleNs = SINGLE_NS * ROUNDS;
    long pairNs = Math.round(2 * (costNs * ROUNDS + singleNs));
    return new Couple(
        0,
        false,
        batch(Variant.SINGLE, singleNs, referenceNs, 0, 0),
        batch(Variant.PAIR, pairNs, referenceNs, 2 * ROUNDS, switchesCounted));
  }

  private static Batch batch(
      Variant variant, long durationNs, long referenceNs, long expected, long counted) {
    return new Batch(
        variant, ROUNDS, durationNs, referenceNs, referenceNs, expected, counted, 0, false);
  }

  static ProcessSample process(int number, List<Couple> couples) {
    return new ProcessSample(DIRECT, number, number, couples);
  }

  static ProcessSample quietProcess(int number, double... costsNs) {
    return process(
        number, DoubleStream.of(costsNs).mapToObj(cost -> couple(cost, FLOOR_NS)).toList());
  }

  static Plan plan(Estimator estimator) {
    var effort = new Effort("test", 0.95, 1_000, 0, 0, 0.02, 3, 1_000_000, 0, estimator);
    return new Plan(
        "direct-cost",
        "Direct cost",
        "",
        List.of(),
        Couple.MEASURES,
        List.of(DIRECT),
        Map.of(),
        effort,
        0,
        7);
  }
}
