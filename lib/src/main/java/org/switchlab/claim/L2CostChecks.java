package org.switchlab.claim;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.switchlab.claim.Verdicts.Answer;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/** The checks of kernel-level costs around this machine's L2 size. */
final class L2CostChecks {

  /** The paper's highest stride: one cache line. */
  private static final long LINE_BYTES = 64;

  /** The largest stride that keeps rising in the paper. */
  private static final long RISING_UP_TO_BYTES = 16;

  private L2CostChecks() {}

  /**
   * CS-5: the global maximum stands at this machine's L2 size (256 KiB on the paper's), and stride
   * 64 B is the highest there. Strides of 8 and 16 B are asked only how high they are there: of
   * their maximum the paper says itself that they keep rising further on (CS-6).
   *
   * <p>The largest measured size that fits L2, or a neighbour of it on the grid, must stand above
   * every size outside that window and above the largest size measured. A curve still rising at the
   * end of the grid has no maximum there.
   */
  static Verdict peak(Claim claim, Evidence evidence) {
    if (evidence.l2Bytes().isEmpty()) {
      return Verdicts.unknownCache(claim, "L2");
    }
    long l2Bytes = evidence.l2Bytes().getAsLong();
    List<Answer> answers =
        evidence.curves().stream()
            .filter(curve -> curve.strideBytes() > RISING_UP_TO_BYTES)
            .map(curve -> peakAnswer(curve, l2Bytes))
            .toList();
    Verdict peak = Verdicts.everyStride(claim, evidence.source(), answers);
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
            .max(Comparator.comparingDouble(curve -> curve.cost(curve.indexOf(bytes)).value()))
            .orElseThrow();
    String here =
        "%s (stride %d B), but %s (stride %d B)"
            .formatted(
                line.show(line.indexOf(bytes)),
                LINE_BYTES,
                higher.show(higher.indexOf(bytes)),
                higher.strideBytes());
    String why =
        "Stride %d B costs more than stride %d B at the size that fits L2 (%s). Whether the maximum stands there is %s: %s"
            .formatted(
                higher.strideBytes(),
                LINE_BYTES,
                Units.bytes(l2Bytes),
                peak.outcome().words(),
                peak.why());
    return Verdicts.of(claim, evidence.source(), Outcome.REFUTED, here, why);
  }

  private static Answer peakAnswer(Curve curve, long l2Bytes) {
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
    Outcome outcome = Kleene.anyOf(window, k -> maximum(curve, k, at));
    int shown = curve.highest(curve.between(0, Long.MAX_VALUE));
    return new Answer(
        curve.strideBytes(), outcome, curve.show(shown), whyPeak(curve, at, outcome, l2Bytes));
  }

  /** Whether {@code k} is above every size beyond the window around {@code at}, and the last. */
  private static Outcome maximum(Curve curve, int k, int at) {
    int last = curve.size() - 1;
    return Kleene.allOf(
        IntStream.rangeClosed(0, last)
            .filter(i -> i < at - 1 || i > at + 1 || i == last)
            .boxed()
            .toList(),
        i -> curve.above(k, i));
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
            .map(curve -> Kleene.above(own, curve.cost(curve.indexOf(bytes))))
            .toList());
  }

  private static String whyPeak(Curve curve, int at, Outcome outcome, long l2Bytes) {
    String where =
        "L2 is %s; the size that fits it is %s, one grid step is tolerated"
            .formatted(Units.bytes(l2Bytes), Units.bytes(curve.bytes(at)));
    return Verdicts.why(
        outcome,
        where,
        ": every size further off costs less, and so does the largest",
        ": a size further off, or the largest measured, costs more",
        curve.costsNs().subList(at - 1, at + 2));
  }

  private static String said(Outcome outcome) {
    return switch (outcome) {
      case NOT_MEASURABLE -> "not measurable: stride 64 B and another are needed at that size";
      case INCONCLUSIVE -> "left open: the intervals of the strides overlap";
      default -> outcome.words();
    };
  }

  /**
   * CS-6: past this machine's L2 size, strides above 16 B fall and stay low; strides 8 and 16 B
   * keep rising.
   *
   * <p>"Stay" is read as: every size past L2 costs less than the one that fits L2. "Keep rising":
   * each costs more than the one before. Both need at least two sizes past L2 to be confirmed.
   */
  static Verdict past(Claim claim, Evidence evidence) {
    if (evidence.l2Bytes().isEmpty()) {
      return Verdicts.unknownCache(claim, "L2");
    }
    long l2Bytes = evidence.l2Bytes().getAsLong();
    List<Answer> answers = evidence.curves().stream().map(c -> pastAnswer(c, l2Bytes)).toList();
    Verdict all = Verdicts.everyStride(claim, evidence.source(), answers);
    boolean everyKind = has(answers, true) && has(answers, false);
    return all.outcome() == Outcome.REFUTED || everyKind
        ? all
        : Verdicts.notMeasurable(
            claim,
            "Needs strides of both kinds, up to %s B and above, at two sizes past L2 (%s): extend"
                    .formatted(RISING_UP_TO_BYTES, Units.bytes(l2Bytes))
                + " the grid to four times L2");
  }

  private static boolean has(List<Answer> answers, boolean rising) {
    return answers.stream()
        .filter(a -> a.outcome() != Outcome.NOT_MEASURABLE)
        .anyMatch(a -> rising == a.strideBytes() <= RISING_UP_TO_BYTES);
  }

  private static Answer pastAnswer(Curve curve, long l2Bytes) {
    OptionalInt found = curve.fitting(l2Bytes);
    int past = found.isEmpty() ? 0 : curve.size() - 1 - found.getAsInt();
    boolean rising = curve.strideBytes() <= RISING_UP_TO_BYTES;
    Outcome outcome = past == 0 ? Outcome.NOT_MEASURABLE : shape(curve, found.getAsInt(), rising);
    if (past == 0 || (past == 1 && outcome != Outcome.REFUTED)) {
      return Answer.notMeasurable(
          curve.strideBytes(),
          "Needs two sizes past L2 (%s): extend the grid to four times L2"
              .formatted(Units.bytes(l2Bytes)));
    }
    int at = found.getAsInt();
    String here = curve.show(at) + ", " + curve.show(curve.size() - 1);
    return new Answer(curve.strideBytes(), outcome, here, whyPast(curve, at, rising, outcome));
  }

  private static Outcome shape(Curve curve, int at, boolean rising) {
    return Kleene.allOf(
        IntStream.range(at + 1, curve.size()).boxed().toList(),
        i -> rising ? curve.above(i, i - 1) : curve.above(at, i));
  }

  private static String whyPast(Curve curve, int at, boolean rising, Outcome outcome) {
    String expected =
        "Stride %s B should %s past %s"
            .formatted(
                curve.strideBytes(),
                rising ? "keep rising" : "fall and stay below",
                Units.bytes(curve.bytes(at)));
    return Verdicts.why(
        outcome,
        expected,
        ", and does",
        ", and does not",
        curve.costsNs().subList(at, curve.size()));
  }
}
