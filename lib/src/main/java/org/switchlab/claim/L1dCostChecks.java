package org.switchlab.claim;

import java.util.List;
import java.util.OptionalLong;
import org.switchlab.unit.Units;

/** The checks of kernel-level costs around this machine's L1d size. */
final class L1dCostChecks {

  private L1dCostChecks() {}

  /**
   * CS-3: the cost rises up to this machine's L1d size and has a local maximum there.
   *
   * <p>Asked are a rise over all sizes that fit, that the largest of them costs more than one of at
   * most half its size, and more than one of up to twice L1d. The last is what CS-4 asks: a maximum
   * at twice L1d contradicts both.
   */
  static Answer peak(Claim claim, Evidence evidence) {
    OptionalLong l1d = evidence.geometry().l1dBytes();
    if (l1d.isEmpty()) {
      return Answer.exact(Verdicts.unknownCache(claim, "L1d"));
    }
    long l1dBytes = l1d.getAsLong();
    Curve curve = evidence.curve(stride -> true);
    OptionalLong fitting = curve.fitting(l1dBytes);
    List<Long> below = curve.upTo(l1dBytes / 2);
    List<Long> past = curve.between(l1dBytes, 2 * l1dBytes);
    if (fitting.isEmpty() || below.size() < 2 || past.isEmpty()) {
      return Answer.exact(
          Verdicts.notMeasurable(
              claim,
              "Needs costs at L1d (%s), at two sizes of at most half of it, and at one past it, up to twice"
                  .formatted(Units.bytes(l1dBytes))));
    }
    long at = fitting.getAsLong();
    List<Question> parts =
        List.of(
            Margins.step(
                "rise from %s to %s".formatted(Units.bytes(curve.smallest()), Units.bytes(at)),
                curve.rise(curve.upTo(at))),
            Margins.step(above(at, below.getLast()), curve.difference(at, below.getLast())),
            fall(curve, at, past.getLast()));
    return Tested.of(
        claim,
        evidence,
        Every.of(parts),
        where(curve, l1dBytes),
        "%s, %s, %s"
            .formatted(curve.show(below.getLast()), curve.show(at), curve.show(past.getLast())));
  }

  /** CS-4: the cost falls between this machine's L1d size and twice that. */
  static Answer fall(Claim claim, Evidence evidence) {
    OptionalLong l1d = evidence.geometry().l1dBytes();
    if (l1d.isEmpty()) {
      return Answer.exact(Verdicts.unknownCache(claim, "L1d"));
    }
    long l1dBytes = l1d.getAsLong();
    Curve curve = evidence.curve(stride -> true);
    OptionalLong at = curve.fitting(l1dBytes);
    List<Long> past = curve.between(l1dBytes, 2 * l1dBytes);
    if (at.isEmpty() || past.isEmpty()) {
      return Answer.exact(
          Verdicts.notMeasurable(
              claim,
              "Needs costs at a size that fits L1d (%s) and at one past it, up to %s"
                  .formatted(Units.bytes(l1dBytes), Units.bytes(2 * l1dBytes))));
    }
    long fits = at.getAsLong();
    return Tested.of(
        claim,
        evidence,
        fall(curve, fits, past.getLast()),
        where(curve, l1dBytes),
        "%s, %s".formatted(curve.show(fits), curve.show(past.getLast())));
  }

  private static Question fall(Curve curve, long fits, long past) {
    return Margins.step(
        "fall from %s to %s".formatted(Units.bytes(fits), Units.bytes(past)),
        curve.difference(fits, past));
  }

  private static String above(long more, long less) {
    return "cost at %s above that at %s".formatted(Units.bytes(more), Units.bytes(less));
  }

  private static String where(Curve curve, long l1dBytes) {
    return "L1d is %s; %s".formatted(Units.bytes(l1dBytes), curve.strides());
  }
}
