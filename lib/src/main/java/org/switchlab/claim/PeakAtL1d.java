package org.switchlab.claim;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/**
 * CS-3: the cost rises up to this machine's L1d size and has a local maximum there.
 *
 * <p>The largest measured size that fits L1d, or a neighbour of it on the grid, must stand above
 * every size further left and above its own right neighbour. That is a local maximum no further
 * than one grid step from L1d; dips on the way up are allowed.
 */
final class PeakAtL1d {

  private PeakAtL1d() {}

  static Verdict judge(Claim claim, Evidence evidence) {
    return Verdicts.everyStrideAtL1d(claim, evidence, PeakAtL1d::answer);
  }

  private static Answer answer(Curve curve, long l1dBytes) {
    OptionalInt found = curve.fitting(l1dBytes);
    int at = found.orElse(-1);
    if (at < 2 || at + 1 >= curve.size() || curve.hasGap(at - 2, at + 2)) {
      return Answer.notMeasurable(
          curve.strideBytes(),
          "Needs estimates at L1d (%s), at two sizes below and one above, each at most twice the last"
              .formatted(Units.bytes(l1dBytes)));
    }
    List<Integer> window =
        IntStream.rangeClosed(at - 1, at + 1).filter(k -> k + 1 < curve.size()).boxed().toList();
    Outcome outcome = Kleene.anyOf(window.stream().map(k -> peak(curve, k, at - 2)).toList());
    List<Integer> fitting = window.stream().filter(k -> peak(curve, k, at - 2) == outcome).toList();
    int shown = Verdicts.highest(curve, fitting.isEmpty() ? window : fitting);
    String here = curve.show(shown) + ", " + curve.show(shown + 1);
    return new Answer(curve.strideBytes(), outcome, here, why(curve, at, shown, outcome, l1dBytes));
  }

  /** Whether {@code k} is above every size up to {@code left} and above its right neighbour. */
  private static Outcome peak(Curve curve, int k, int left) {
    Stream<Integer> lower = Stream.concat(IntStream.rangeClosed(0, left).boxed(), Stream.of(k + 1));
    return Kleene.allOf(lower.map(i -> curve.above(k, i)).toList());
  }

  private static String why(Curve curve, int at, int shown, Outcome outcome, long l1dBytes) {
    String where =
        "L1d is %s; the size that fits it is %s, one grid step is tolerated"
            .formatted(Units.bytes(l1dBytes), Units.bytes(curve.bytes(at)));
    return switch (outcome) {
      case CONFIRMED ->
          "%s: the cost peaks at %s, above all sizes up to %s and above %s"
              .formatted(
                  where,
                  Units.bytes(curve.bytes(shown)),
                  Units.bytes(curve.bytes(at - 2)),
                  Units.bytes(curve.bytes(shown + 1)));
      case REFUTED -> where + ": each candidate is below a smaller size or below the next larger";
      default -> where + ": " + Verdicts.tooWide(around(curve, at));
    };
  }

  private static List<Estimate> around(Curve curve, int at) {
    return curve.costsNs().subList(at - 2, Math.min(at + 3, curve.size()));
  }
}
