package org.switchlab.claim;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.switchlab.unit.Units;

/**
 * CS-10: the user-level cost has its maximum where one array comes to fill this machine's L2 (at
 * 192 or 256 KiB of 256 KiB on the paper's) and is lower past it; stride 16 B only rises.
 *
 * <p>The maximum must stand at a size that fits L2 and fills more than half of it, above every
 * smaller size and above every size past L2. For stride 16 B each size from half of L2 on must cost
 * more than the one before.
 */
final class UserPeaks {

  /** The one stride that only rises in the paper. */
  private static final long RISING_BYTES = 16;

  private UserPeaks() {}

  static Verdict judge(Claim claim, Evidence evidence) {
    if (evidence.l2Bytes().isEmpty()) {
      return Verdicts.unknownCache(claim, "L2");
    }
    long l2Bytes = evidence.l2Bytes().getAsLong();
    return Verdicts.everyStride(
        claim, evidence, evidence.curves().stream().map(c -> answer(c, l2Bytes)).toList());
  }

  private static Answer answer(Curve curve, long l2Bytes) {
    OptionalInt fitting = curve.fitting(l2Bytes);
    int at = fitting.orElse(-1);
    int last = curve.size() - 1;
    if (at < 1 || at >= last || curve.hasGap(at - 1, at + 1)) {
      return Answer.notMeasurable(
          curve.strideBytes(),
          "Needs estimates at L2 (%s), below and past it, each at most twice the last"
              .formatted(Units.bytes(l2Bytes)));
    }
    boolean rising = curve.strideBytes() == RISING_BYTES;
    List<Integer> window = filling(curve, l2Bytes);
    Outcome outcome = rising ? rises(curve, l2Bytes) : peaks(curve, window);
    int shown = Verdicts.highest(curve, window);
    String here = curve.show(shown) + ", " + curve.show(last);
    return new Answer(curve.strideBytes(), outcome, here, why(curve, rising, outcome, l2Bytes));
  }

  /** The sizes that fit L2 and fill more than half of it. */
  private static List<Integer> filling(Curve curve, long l2Bytes) {
    return IntStream.range(0, curve.size())
        .filter(i -> curve.bytes(i) <= l2Bytes && curve.bytes(i) > l2Bytes / 2)
        .boxed()
        .toList();
  }

  private static Outcome peaks(Curve curve, List<Integer> window) {
    return Kleene.anyOf(
        window.stream()
            .map(
                peak ->
                    Kleene.allOf(
                        IntStream.range(0, curve.size())
                            .filter(i -> !window.contains(i))
                            .mapToObj(i -> curve.above(peak, i))
                            .toList()))
            .toList());
  }

  private static Outcome rises(Curve curve, long l2Bytes) {
    return Kleene.allOf(
        IntStream.range(1, curve.size())
            .filter(i -> curve.bytes(i) > l2Bytes / 2)
            .mapToObj(i -> curve.above(i, i - 1))
            .toList());
  }

  private static String why(Curve curve, boolean rising, Outcome outcome, long l2Bytes) {
    String expected =
        rising
            ? "Stride %d B should only rise around L2 (%s)"
                .formatted(curve.strideBytes(), Units.bytes(l2Bytes))
            : "The maximum should fill L2 (%s) by more than half, every other size costing less"
                .formatted(Units.bytes(l2Bytes));
    return switch (outcome) {
      case CONFIRMED -> expected + ", and does";
      case REFUTED -> expected + ", and does not";
      default -> expected + ": " + Verdicts.tooWide(curve.costsNs());
    };
  }
}
