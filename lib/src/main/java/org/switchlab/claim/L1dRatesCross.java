package org.switchlab.claim;

import java.util.List;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;
import org.switchlab.estimate.CountUnit;
import org.switchlab.unit.Units;

/**
 * CS-7: per 1000 instructions at stride 8 B, L1d misses are more with switches at this machine's
 * L1d size, and fewer past it, up to twice that size.
 */
final class L1dRatesCross {

  private static final long STRIDE_BYTES = 8;

  private L1dRatesCross() {}

  static Verdict judge(Claim claim, CounterEvidence evidence) {
    Long known = evidence.machine().l1dBytes();
    if (known == null) {
      return Verdicts.unknownCache(claim, "L1d");
    }
    Contrast rates =
        Contrast.of(
            evidence.curves(CounterEvent.L1D_MISSES),
            Level.KERNEL,
            STRIDE_BYTES,
            CountUnit.PER_THOUSAND_INSTRUCTIONS);
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
    return Verdicts.of(claim, evidence.source(), Part.all(parts), here, Part.said(parts));
  }
}
