package org.switchlab.claim;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/**
 * CS-4: the cost falls between this machine's L1d size and twice that.
 *
 * <p>Some size past L1d, up to twice L1d, must cost less than the largest size that fits L1d.
 */
final class FallPastL1d {

  private FallPastL1d() {}

  static Verdict judge(Claim claim, Evidence evidence) {
    return Verdicts.everyStrideAtL1d(claim, evidence, FallPastL1d::answer);
  }

  private static Answer answer(Curve curve, long l1dBytes) {
    OptionalInt at = curve.fitting(l1dBytes);
    List<Integer> past =
        IntStream.range(0, curve.size())
            .filter(i -> curve.bytes(i) > l1dBytes && curve.bytes(i) <= 2 * l1dBytes)
            .boxed()
            .toList();
    if (at.isEmpty() || past.isEmpty()) {
      return Answer.notMeasurable(
          curve.strideBytes(),
          "Needs estimates at a size that fits L1d (%s) and at one past it, up to %s"
              .formatted(Units.bytes(l1dBytes), Units.bytes(2 * l1dBytes)));
    }
    int fits = at.getAsInt();
    Outcome outcome = Kleene.anyOf(past.stream().map(i -> curve.above(fits, i)).toList());
    int lowest = past.get(0);
    for (int i : past) {
      lowest = curve.cost(i).value() < curve.cost(lowest).value() ? i : lowest;
    }
    String here = curve.show(fits) + ", " + curve.show(lowest);
    return new Answer(curve.strideBytes(), outcome, here, why(curve, fits, lowest, outcome));
  }

  private static String why(Curve curve, int fits, int lowest, Outcome outcome) {
    String compared =
        "Compared are %s, which fits L1d, and %s, which does not"
            .formatted(Units.bytes(curve.bytes(fits)), Units.bytes(curve.bytes(lowest)));
    List<Estimate> costs = Stream.of(fits, lowest).map(curve::cost).toList();
    return switch (outcome) {
      case CONFIRMED -> compared + ": the second costs less";
      case REFUTED -> compared + ": the second costs more";
      default -> compared + ": " + Verdicts.tooWide(costs);
    };
  }
}
