package org.switchlab.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.switchlab.unit.Units;

/** The checks of kernel-level costs around this machine's L2 size. */
final class L2CostChecks {

  /** The paper's highest stride: one cache line. */
  private static final long LINE_BYTES = 64;

  /** The largest stride that keeps rising in the paper. */
  private static final long RISING_UP_TO_BYTES = 16;

  private static final String HIGHEST = "stride 64 B above the other strides at the top";

  private L2CostChecks() {}

  /**
   * CS-5: the global maximum stands at this machine's L2 size (256 KiB on the paper's), and stride
   * 64 B is the highest there. Of strides of 8 and 16 B the paper says itself that they keep rising
   * further on (CS-6), so that the maximum is asked of the others, pooled, and of those two only
   * how high they are there.
   *
   * <p>The size that fits L2 must cost more than every size of at most half of it and than every
   * size of twice L2 and above; what lies between is one step of the paper's grid. The paper's 256
   * KiB are also what its dTLB reached (64 entries of 4 KiB): where this machine's reach is another
   * size, that reading is judged beside the first.
   */
  static Answer peak(Claim claim, Evidence evidence) {
    OptionalLong l2 = evidence.geometry().l2Bytes();
    if (l2.isEmpty()) {
      return Answer.exact(Verdicts.unknownL2(claim, evidence.geometry()));
    }
    long l2Bytes = l2.getAsLong();
    Curve wide = evidence.curve(stride -> stride > RISING_UP_TO_BYTES);
    if (!Peaks.isMeasured(wide, l2Bytes)) {
      return Answer.exact(
          Verdicts.notMeasurable(
              claim,
              "Needs costs at L2 (%s), at half of it and at twice, at strides above %d B"
                  .formatted(Units.bytes(l2Bytes), RISING_UP_TO_BYTES)));
    }
    long at = wide.fitting(l2Bytes).orElseThrow();
    List<Question> parts = new ArrayList<>(Peaks.at(wide, at, l2Bytes));
    parts.add(lineHighest(evidence, at));
    String where = "L2 is %s; %s".formatted(Units.bytes(l2Bytes), wide.strides());
    Tested answer = Tested.of(claim, evidence, Every.of(parts), where, wide.show(at));
    return besideReach(answer, evidence.geometry(), wide);
  }

  private static Answer besideReach(Tested answer, Evidence.Geometry geometry, Curve wide) {
    OptionalLong reach = geometry.dtlbReachBytes();
    if (reach.isEmpty()
        || reach.equals(geometry.l2Bytes())
        || !Peaks.isMeasured(wide, reach.getAsLong())) {
      return answer.remarking(
          "The paper's 256 KiB were also what its dTLB reached; here that reading could not be"
              + " told apart");
    }
    long bytes = reach.getAsLong();
    long at = wide.fitting(bytes).orElseThrow();
    String what =
        "Read as the reach of the dTLB, which was 256 KiB as well and is %s here, a maximum at %s"
            .formatted(Units.bytes(bytes), Units.bytes(at));
    return answer.beside(new Every(what, Peaks.at(wide, at, bytes), true));
  }

  private static Question lineHighest(Evidence evidence, long at) {
    Curve line = evidence.curve(stride -> stride == LINE_BYTES);
    List<Question> others = new ArrayList<>();
    for (long other : evidence.curve(stride -> true).stridesBytes()) {
      Curve both = evidence.curve(stride -> stride == LINE_BYTES || stride == other);
      if (other != LINE_BYTES && both.stridesBytes().size() == 2 && both.has(at)) {
        others.add(
            Margins.step(
                "stride 64 B above stride %d B at %s".formatted(other, Units.bytes(at)),
                both.betweenStrides(at, LINE_BYTES, other)));
      }
    }
    return others.isEmpty() || line.isEmpty()
        ? new Missing(HIGHEST, "needs stride 64 B and another at that size")
        : Every.alike(HIGHEST, others);
  }

  /**
   * CS-6: past this machine's L2 size, strides above 16 B fall and stay low; strides 8 and 16 B
   * keep rising.
   *
   * <p>"Stay" is read as: every size past L2 costs less than the one that fits it. "Keep rising" is
   * a tendency over all sizes from L2 on. Both need two sizes past L2.
   */
  static Answer past(Claim claim, Evidence evidence) {
    OptionalLong l2 = evidence.geometry().l2Bytes();
    if (l2.isEmpty()) {
      return Answer.exact(Verdicts.unknownL2(claim, evidence.geometry()));
    }
    long l2Bytes = l2.getAsLong();
    Curve narrow = evidence.curve(stride -> stride <= RISING_UP_TO_BYTES);
    Curve wide = evidence.curve(stride -> stride > RISING_UP_TO_BYTES);
    List<Question> parts = List.of(rises(narrow, l2Bytes), falls(wide, l2Bytes));
    return Tested.of(
        claim,
        evidence,
        Every.of(parts),
        "L2 is " + Units.bytes(l2Bytes),
        "%s; %s".formatted(shown(narrow, l2Bytes), shown(wide, l2Bytes)));
  }

  private static boolean isMeasuredPast(Curve curve, long l2Bytes) {
    return curve.fitting(l2Bytes).isPresent() && curve.above(l2Bytes).size() >= 2;
  }

  private static String shown(Curve curve, long l2Bytes) {
    if (!isMeasuredPast(curve, l2Bytes)) {
      return curve.isEmpty() ? "no stride of one kind" : curve.show(curve.largest());
    }
    return "%s, %s (%s)"
        .formatted(
            curve.show(curve.fitting(l2Bytes).orElseThrow()),
            curve.show(curve.largest()),
            curve.strides());
  }

  private static Question rises(Curve narrow, long l2Bytes) {
    String what = "rise of strides 8 and 16 B past L2";
    return isMeasuredPast(narrow, l2Bytes)
        ? Margins.step(what, narrow.rise(narrow.above(narrow.fitting(l2Bytes).orElseThrow() - 1)))
        : new Missing(what, needsTwo(l2Bytes));
  }

  private static Question falls(Curve wide, long l2Bytes) {
    String what = "fall of strides above 16 B past L2";
    if (!isMeasuredPast(wide, l2Bytes)) {
      return new Missing(what, needsTwo(l2Bytes));
    }
    long at = wide.fitting(l2Bytes).orElseThrow();
    return Every.alike(
        what,
        wide.above(l2Bytes).stream()
            .map(
                past ->
                    Margins.step(
                        "%s from %s to %s"
                            .formatted(
                                "fall of strides above 16 B", Units.bytes(at), Units.bytes(past)),
                        wide.difference(at, past)))
            .toList());
  }

  private static String needsTwo(long l2Bytes) {
    return "needs such strides at L2 (%s) and at two sizes past it".formatted(Units.bytes(l2Bytes));
  }
}
