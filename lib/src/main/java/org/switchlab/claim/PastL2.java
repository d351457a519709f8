package org.switchlab.claim;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.switchlab.unit.Units;

/**
 * CS-6: past this machine's L2 size, strides above 16 B fall and stay low; strides 8 and 16 B keep
 * rising.
 *
 * <p>"Stay" is read as: every size past L2 costs less than the one that fits L2. "Keep rising":
 * each costs more than the one before. Both need at least two sizes past L2 to be confirmed.
 */
final class PastL2 {

  /** The largest stride that keeps rising in the paper. */
  static final long RISING_UP_TO_BYTES = 16;

  private PastL2() {}

  static Verdict judge(Claim claim, Evidence evidence) {
    if (evidence.l2Bytes().isEmpty()) {
      return Verdicts.unknownCache(claim, "L2");
    }
    long l2Bytes = evidence.l2Bytes().getAsLong();
    List<Answer> answers = evidence.curves().stream().map(c -> answer(c, l2Bytes)).toList();
    Verdict all = Verdicts.everyStride(claim, evidence, answers);
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

  private static Answer answer(Curve curve, long l2Bytes) {
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
    return new Answer(curve.strideBytes(), outcome, here, why(curve, at, rising, outcome));
  }

  private static Outcome shape(Curve curve, int at, boolean rising) {
    return Kleene.allOf(
        IntStream.range(at + 1, curve.size())
            .mapToObj(i -> rising ? curve.above(i, i - 1) : curve.above(at, i))
            .toList());
  }

  private static String why(Curve curve, int at, boolean rising, Outcome outcome) {
    String expected =
        "Stride %s B should %s past %s"
            .formatted(
                curve.strideBytes(),
                rising ? "keep rising" : "fall and stay below",
                Units.bytes(curve.bytes(at)));
    return switch (outcome) {
      case CONFIRMED -> expected + ", and does";
      case REFUTED -> expected + ", and does not";
      default -> expected + ": " + Verdicts.tooWide(curve.costsNs().subList(at, curve.size()));
    };
  }
}
