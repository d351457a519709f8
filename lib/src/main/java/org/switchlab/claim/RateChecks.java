package org.switchlab.claim;

import java.util.List;
import java.util.function.Function;
import org.switchlab.claim.Verdicts.Part;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;
import org.switchlab.estimate.CountUnit;
import org.switchlab.unit.Units;

/** The checks of misses per 1000 instructions, at kernel level and stride 8 B. */
final class RateChecks {

  private static final long STRIDE_BYTES = 8;

  private static final int SHARE_OF_REACH = 4;

  private static final double FACTOR = 2;

  private RateChecks() {}

  private static Contrast rates(CounterEvidence evidence, CounterEvent event) {
    return Contrast.of(
        evidence.curves(event), Level.KERNEL, STRIDE_BYTES, CountUnit.PER_THOUSAND_INSTRUCTIONS);
  }

  /**
   * CS-7: per 1000 instructions at stride 8 B, L1d misses are more with switches at this machine's
   * L1d size, and fewer past it, up to twice that size.
   */
  static Verdict l1dCross(Claim claim, CounterEvidence evidence) {
    Long known = evidence.machine().l1dBytes();
    if (known == null) {
      return Verdicts.unknownCache(claim, "L1d");
    }
    Contrast rates = rates(evidence, CounterEvent.L1D_MISSES);
    long l1d = known;
    List<Integer> fitting = rates.between(l1d / 2, l1d);
    List<Integer> past = rates.between(l1d, 2 * l1d);
    if (fitting.isEmpty() || past.isEmpty()) {
      return Verdicts.notMeasurable(
          claim,
          "Needs L1d misses and instructions at kernel level, stride 8 B, at the L1d size (%s) and twice that"
              .formatted(Units.bytes(l1d)));
    }
    int at = fitting.getLast();
    int beyond = past.getLast();
    List<Part> parts =
        List.of(
            new Part(
                "more with switches at " + Units.bytes(rates.bytes(at)), rates.switchAbove(at)),
            new Part(
                "fewer with switches at " + Units.bytes(rates.bytes(beyond)),
                Kleene.above(rates.single().get(beyond), rates.switched().get(beyond))));
    String here = rates.show(at) + "; " + rates.show(beyond);
    return Verdicts.of(claim, evidence.source(), here, parts);
  }

  /**
   * CS-8: per 1000 instructions at stride 8 B, dTLB misses are far more with switches once the
   * array is large. The paper's 64 KiB are a quarter of what its dTLB maps; "far more" is read as
   * twice.
   */
  static Verdict dtlbPart(Claim claim, CounterEvidence evidence) {
    Long known = evidence.machine().dtlbReachBytes();
    if (known == null) {
      return Verdicts.unknownCache(claim, "dTLB");
    }
    long from = known / SHARE_OF_REACH;
    Contrast rates = rates(evidence, CounterEvent.DTLB_MISSES);
    List<Integer> large = rates.above(from);
    if (large.isEmpty()) {
      return Verdicts.notMeasurable(
          claim,
          "Needs dTLB misses and instructions at kernel level, stride 8 B, above %s"
              .formatted(Units.bytes(from)));
    }
    Function<Integer, Outcome> farMore =
        i -> Kleene.above(rates.switched().get(i), Intervals.times(rates.single().get(i), FACTOR));
    List<Part> parts =
        List.of(
            new Part(
                "twice as many or more with switches at every size above %s, a quarter of the dTLB's reach (exceptions: %s)"
                    .formatted(Units.bytes(from), rates.exceptions(large, farMore)),
                Kleene.allOf(large, farMore)));
    String here = rates.show(large.getFirst()) + "; " + rates.show(large.getLast());
    return Verdicts.of(claim, evidence.source(), here, parts);
  }
}
