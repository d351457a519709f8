package org.switchlab.claim;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/**
 * CS-9: the user-level cost does not depend on the array while it is smaller than twice this
 * machine's L1d (64 KiB on the paper's).
 *
 * <p>"Flat" is read as: every such size costs what the smallest does, a fifth more or less. The
 * figure's maxima stand at four times its flat part, so that a fifth is nothing to be seen there.
 */
final class UserFlat {

  private static final double TOLERATED = 0.2;

  private UserFlat() {}

  static Verdict judge(Claim claim, Evidence evidence) {
    return Verdicts.everyStrideAtL1d(claim, evidence, UserFlat::answer);
  }

  private static Answer answer(Curve curve, long l1dBytes) {
    List<Integer> small =
        IntStream.range(0, curve.size())
            .filter(i -> curve.bytes(i) < 2 * l1dBytes)
            .boxed()
            .toList();
    if (small.size() < 2) {
      return Answer.notMeasurable(
          curve.strideBytes(),
          "Needs two sizes below twice L1d (%s)".formatted(Units.bytes(2 * l1dBytes)));
    }
    Estimate smallest = curve.cost(0);
    List<Outcome> parts =
        small.stream()
            .skip(1)
            .map(i -> Kleene.withinMultiples(curve.cost(i), smallest, 1 - TOLERATED, 1 + TOLERATED))
            .toList();
    Outcome outcome = Kleene.allOf(parts);
    int furthest =
        small.stream()
            .skip(1)
            .max(
                Comparator.comparingDouble(i -> Math.abs(curve.cost(i).value() - smallest.value())))
            .orElseThrow();
    String here = curve.show(0) + ", " + curve.show(furthest);
    return new Answer(curve.strideBytes(), outcome, here, why(curve, furthest, outcome, l1dBytes));
  }

  private static String why(Curve curve, int furthest, Outcome outcome, long l1dBytes) {
    String compared =
        "Below twice L1d (%s) the cost at %s is furthest from that at %s; flat is within %s"
            .formatted(
                Units.bytes(2 * l1dBytes),
                Units.bytes(curve.bytes(furthest)),
                Units.bytes(curve.bytes(0)),
                Units.share(TOLERATED));
    return outcome == Outcome.INCONCLUSIVE
        ? compared + ", which the intervals leave open; " + Verdicts.NARROW_IT
        : compared;
  }
}
