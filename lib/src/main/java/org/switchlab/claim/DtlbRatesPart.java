package org.switchlab.claim;

import java.util.List;
import java.util.function.IntFunction;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;
import org.switchlab.estimate.CountUnit;
import org.switchlab.unit.Units;

/**
 * CS-8: per 1000 instructions at stride 8 B, dTLB misses are far more with switches once the array
 * is large. The paper's 64 KiB are a quarter of what its dTLB maps; "far more" is read as twice.
 */
final class DtlbRatesPart {

  private static final long STRIDE_BYTES = 8;
  private static final int SHARE_OF_REACH = 4;
  private static final double FACTOR = 2;

  private DtlbRatesPart() {}

  static Verdict judge(Claim claim, CounterEvidence evidence) {
    Long known = evidence.machine().dtlbReachBytes();
    if (known == null) {
      return Verdicts.unknownCache(claim, "dTLB");
    }
    long from = known / SHARE_OF_REACH;
    Contrast rates =
        Contrast.of(
            evidence.curves(CounterEvent.DTLB_MISSES),
            Level.KERNEL,
            STRIDE_BYTES,
            CountUnit.PER_THOUSAND_INSTRUCTIONS);
    List<Integer> large = rates.above(from);
    if (large.isEmpty()) {
      return Verdicts.notMeasurable(
          claim,
          "Needs dTLB misses and instructions at kernel level, stride 8 B, above %s"
              .formatted(Units.bytes(from)));
    }
    IntFunction<Outcome> farMore =
        i -> Kleene.above(rates.switched().get(i), Intervals.times(rates.single().get(i), FACTOR));
    List<Part> parts =
        List.of(
            new Part(
                "twice as many or more with switches at every size above %s, a quarter of the dTLB's reach (exceptions: %s)"
                    .formatted(Units.bytes(from), rates.exceptions(large, farMore)),
                Contrast.everywhere(large, farMore)));
    String here = rates.show(large.getFirst()) + "; " + rates.show(large.getLast());
    return Verdicts.of(claim, evidence.source(), Part.all(parts), here, Part.said(parts));
  }
}
