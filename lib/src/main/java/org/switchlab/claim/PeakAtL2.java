package org.switchlab.claim;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/**
 * CS-5: the global maximum stands at this machine's L2 size (256 KiB on the paper's), and stride 64
 * B is the highest there. Strides of 8 and 16 B are asked only how high they are there: of their
 * maximum the paper says itself that they keep rising further on (CS-6).
 *
 * <p>The largest measured size that fits L2, or a neighbour of it on the grid, must stand above
 * every size outside that window and above the largest size measured. A curve still rising at the
 * end of the grid has no maximum there.
 */
final class PeakAtL2 {

  /** The paper's highest stride: one cache line. */
  private static final long LINE_BYTES = 64;

  private PeakAtL2() {}

  static Verdict judge(Claim claim, Evidence evidence) {
    if (evidence.l2Bytes().isEmpty()) {
      return Verdicts.unknownCache(claim, "L2");
    }
    long l2Bytes = evidence.l2Bytes().getAsLong();
    List<Answer> answers =
        evidence.curves().stream()
            .filter(curve -> curve.strideBytes() > PastL2.RISING_UP_TO_BYTES)
            .map(curve -> answer(curve, l2Bytes))
            .toList();
    Verdict peak = Verdicts.everyStride(claim, evidence, answers);
    Outcome highest = lineHighest(evidence, l2Bytes);
    Outcome outcome = Kleene.allOf(List.of(peak.outcome(), highest));
    if (highest == Outcome.REFUTED && peak.outcome() != Outcome.REFUTED) {
      return otherStrideHigher(claim, evidence, peak, l2Bytes);
    }
    String why = peak.why() + ". That stride 64 B is the highest there is " + said(highest);
    return new Verdict(claim.id(), outcome, claim.published(), peak.here(), why);
  }

  /** Shows the stride that refutes, not the peak that would have stood. */
  private static Verdict otherStrideHigher(
      Claim claim, Evidence evidence, Verdict peak, long l2Bytes) {
    Curve line = evidence.curve(LINE_BYTES);
    long bytes = line.bytes(line.fitting(l2Bytes).orElseThrow());
    Curve higher =
        evidence.curves().stream()
            .filter(curve -> curve.sizesBytes().contains(bytes))
            .max(Comparator.comparingDouble(curve -> costAt(curve, bytes).value()))
            .orElseThrow();
    String here =
        "%s (stride %d B), but %s (stride %d B)"
            .formatted(
                line.show(line.sizesBytes().indexOf(bytes)),
                LINE_BYTES,
                higher.show(higher.sizesBytes().indexOf(bytes)),
                higher.strideBytes());
    String why =
        "Stride %d B costs more than stride %d B at the size that fits L2 (%s). Whether the maximum stands there is %s: %s"
            .formatted(
                higher.strideBytes(),
                LINE_BYTES,
                Units.bytes(l2Bytes),
                peak.outcome().words(),
                peak.why());
    return Verdicts.of(claim, evidence, Outcome.REFUTED, here, why);
  }

  private static Estimate costAt(Curve curve, long bytes) {
    return curve.cost(curve.sizesBytes().indexOf(bytes));
  }

  private static Answer answer(Curve curve, long l2Bytes) {
    OptionalInt found = curve.fitting(l2Bytes);
    int at = found.orElse(-1);
    int last = curve.size() - 1;
    if (at < 2 || at >= last || curve.hasGap(at - 1, at + 1)) {
      return Answer.notMeasurable(
          curve.strideBytes(),
          "Needs estimates at L2 (%s), below and above it, each at most twice the last"
              .formatted(Units.bytes(l2Bytes)));
    }
    List<Integer> window =
        IntStream.rangeClosed(at - 1, at + 1).filter(k -> k < last).boxed().toList();
    Outcome outcome = Kleene.anyOf(window.stream().map(k -> maximum(curve, k, at)).toList());
    int shown = Verdicts.highest(curve, IntStream.rangeClosed(0, last).boxed().toList());
    return new Answer(
        curve.strideBytes(), outcome, curve.show(shown), why(curve, at, outcome, l2Bytes));
  }

  /** Whether {@code k} is above every size beyond the window around {@code at}, and the last. */
  private static Outcome maximum(Curve curve, int k, int at) {
    int last = curve.size() - 1;
    return Kleene.allOf(
        IntStream.rangeClosed(0, last)
            .filter(i -> i < at - 1 || i > at + 1 || i == last)
            .mapToObj(i -> curve.above(k, i))
            .toList());
  }

  private static Outcome lineHighest(Evidence evidence, long l2Bytes) {
    Curve line = evidence.curve(LINE_BYTES);
    OptionalInt at = line.fitting(l2Bytes);
    if (at.isEmpty()) {
      return Outcome.NOT_MEASURABLE;
    }
    Estimate own = line.cost(at.getAsInt());
    long bytes = line.bytes(at.getAsInt());
    return Kleene.allOf(
        evidence.curves().stream()
            .filter(curve -> curve.strideBytes() != LINE_BYTES)
            .filter(curve -> curve.sizesBytes().contains(bytes))
            .map(curve -> Kleene.above(own, costAt(curve, bytes)))
            .toList());
  }

  private static String why(Curve curve, int at, Outcome outcome, long l2Bytes) {
    String where =
        "L2 is %s; the size that fits it is %s, one grid step is tolerated"
            .formatted(Units.bytes(l2Bytes), Units.bytes(curve.bytes(at)));
    return switch (outcome) {
      case CONFIRMED -> where + ": every size further off costs less, and so does the largest";
      case REFUTED -> where + ": a size further off, or the largest measured, costs more";
      default -> where + ": " + Verdicts.tooWide(curve.costsNs().subList(at - 1, at + 2));
    };
  }

  private static String said(Outcome outcome) {
    return switch (outcome) {
      case NOT_MEASURABLE -> "not measurable: stride 64 B and another are needed at that size";
      case INCONCLUSIVE -> "left open: the intervals of the strides overlap";
      default -> outcome.words();
    };
  }
}
