package org.switchlab.claim;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;
import org.switchlab.table.Estimate;

/**
 * CS-12: at user level switches add a little to the L1i misses, less than at kernel level. Compared
 * are the additions at stride 8 B, averaged over the array sizes.
 */
final class L1iGapSmaller {

  private static final long STRIDE_BYTES = 8;

  private L1iGapSmaller() {}

  static Verdict judge(Claim claim, CounterEvidence evidence) {
    if (!evidence.countsKernel(CounterEvent.L1I_MISSES)) {
      return Verdicts.notMeasurable(claim, Verdicts.NO_KERNEL_COUNTS);
    }
    Optional<Estimate> kernel = gap(evidence, Level.KERNEL);
    Optional<Estimate> user = gap(evidence, Level.USER);
    if (kernel.isEmpty() || user.isEmpty()) {
      return Verdicts.notMeasurable(
          claim, "Needs L1i misses of both levels at stride 8 B: run l1i-misses --level user");
    }
    Estimate none = new Estimate(0, 0, 0, user.get().level());
    List<Part> parts =
        List.of(
            new Part("more with switches at user level", Kleene.above(user.get(), none)),
            new Part("by less than at kernel level", Kleene.above(kernel.get(), user.get())));
    String here =
        "switches add %s a message at user level, %s at kernel level"
            .formatted(Intervals.show(user.get()), Intervals.show(kernel.get()));
    return Verdicts.of(claim, evidence.source(), Part.all(parts), here, Part.said(parts));
  }

  private static Optional<Estimate> gap(CounterEvidence evidence, Level level) {
    return evidence.contrasts(level, CounterEvent.L1I_MISSES).stream()
        .filter(misses -> misses.strideBytes() == STRIDE_BYTES)
        .findFirst()
        .map(
            misses ->
                Estimate.mean(
                    IntStream.range(0, misses.sizesBytes().size())
                        .mapToObj(misses::excess)
                        .toList()));
  }
}
