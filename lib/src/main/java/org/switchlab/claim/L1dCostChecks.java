package org.switchlab.claim;

import static java.util.Comparator.comparingDouble;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.switchlab.claim.Verdicts.Answer;
import org.switchlab.unit.Units;

/** The checks of kernel-level costs around this machine's L1d size. */
final class L1dCostChecks {

  private L1dCostChecks() {}

  /**
   * CS-3: the cost rises up to this machine's L1d size and has a local maximum there.
   *
   * <p>The largest measured size that fits L1d, or a neighbour of it on the grid, must stand above
   * every size further left and above its own right neighbour. That is a local maximum no further
   * than one grid step from L1d; dips on the way up are allowed.
   */
  static Verdict peak(Claim claim, Evidence evidence) {
    return Verdicts.everyStrideAt(
        claim, evidence, "L1d", evidence.l1dBytes(), L1dCostChecks::peakAnswer);
  }

  private static Answer peakAnswer(Curve curve, long l1dBytes) {
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
    Outcome outcome = Kleene.anyOf(window, k -> isPeak(curve, k, at - 2));
    List<Integer> fitting =
        window.stream().filter(k -> isPeak(curve, k, at - 2) == outcome).toList();
    int shown = curve.highest(fitting.isEmpty() ? window : fitting);
    String here = curve.show(shown) + ", " + curve.show(shown + 1);
    return new Answer(
        curve.strideBytes(), outcome, here, whyPeak(curve, at, shown, outcome, l1dBytes));
  }

  /** Whether {@code k} is above every size up to {@code left} and above its right neighbour. */
  private static Outcome isPeak(Curve curve, int k, int left) {
    Stream<Integer> lower = Stream.concat(IntStream.rangeClosed(0, left).boxed(), Stream.of(k + 1));
    return Kleene.allOf(lower.map(i -> curve.above(k, i)).toList());
  }

  private static String whyPeak(Curve curve, int at, int shown, Outcome outcome, long l1dBytes) {
    String where =
        "L1d is %s; the size that fits it is %s, one grid step is tolerated"
            .formatted(Units.bytes(l1dBytes), Units.bytes(curve.bytes(at)));
    String peaks =
        ": the cost peaks at %s, above all sizes up to %s and above %s"
            .formatted(
                Units.bytes(curve.bytes(shown)),
                Units.bytes(curve.bytes(at - 2)),
                Units.bytes(curve.bytes(shown + 1)));
    return Verdicts.why(
        outcome,
        where,
        peaks,
        ": each candidate is below a smaller size or below the next larger",
        curve.costsNs().subList(at - 2, Math.min(at + 3, curve.size())));
  }

  /**
   * CS-4: the cost falls between this machine's L1d size and twice that.
   *
   * <p>Some size past L1d, up to twice L1d, must cost less than the largest size that fits L1d.
   */
  static Verdict fall(Claim claim, Evidence evidence) {
    return Verdicts.everyStrideAt(
        claim, evidence, "L1d", evidence.l1dBytes(), L1dCostChecks::fallAnswer);
  }

  private static Answer fallAnswer(Curve curve, long l1dBytes) {
    OptionalInt at = curve.fitting(l1dBytes);
    List<Integer> past = curve.between(l1dBytes, 2 * l1dBytes);
    if (at.isEmpty() || past.isEmpty()) {
      return Answer.notMeasurable(
          curve.strideBytes(),
          "Needs estimates at a size that fits L1d (%s) and at one past it, up to %s"
              .formatted(Units.bytes(l1dBytes), Units.bytes(2 * l1dBytes)));
    }
    int fits = at.getAsInt();
    Outcome outcome = Kleene.anyOf(past, i -> curve.above(fits, i));
    int lowest = Collections.min(past, comparingDouble(i -> curve.cost(i).value()));
    String here = curve.show(fits) + ", " + curve.show(lowest);
    return new Answer(curve.strideBytes(), outcome, here, whyFall(curve, fits, lowest, outcome));
  }

  private static String whyFall(Curve curve, int fits, int lowest, Outcome outcome) {
    String compared =
        "Compared are %s, which fits L1d, and %s, which does not"
            .formatted(Units.bytes(curve.bytes(fits)), Units.bytes(curve.bytes(lowest)));
    return Verdicts.why(
        outcome,
        compared,
        ": the second costs less",
        ": the second costs more",
        List.of(curve.cost(fits), curve.cost(lowest)));
  }
}
