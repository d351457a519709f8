package org.switchlab.estimate;

import java.util.List;
import java.util.stream.IntStream;
import org.switchlab.plan.Estimator;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.plan.Protocol;
import org.switchlab.sample.Batch;
import org.switchlab.sample.Couple;
import org.switchlab.sample.ProcessSample;
import org.switchlab.sample.Variant;

/** Couples with chosen costs, for tests of what is made of them. */
final class TestCouples {

  static final Point DIRECT = Point.direct("pipe-pair");
  static final long FLOOR_NS = 10_000;
  static final ReferenceFloor FLOOR = new ReferenceFloor(FLOOR_NS);
  private static final long ROUNDS = 1_000;
  private static final long SINGLE_NS = 400;

  private TestCouples() {}

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
        number,
        IntStream.range(0, costsNs.length).mapToObj(i -> couple(costsNs[i], FLOOR_NS)).toList());
  }

  static Plan plan(Estimator estimator) {
    var protocol = new Protocol("test", 0.02, 0.95, 1_000, 1, 4, 3, 1_000_000, 0, estimator);
    return new Plan("direct-cost", "Direct cost", "", List.of(DIRECT), protocol, 0, 7);
  }
}
