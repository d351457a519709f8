package org.switchlab.claim;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.switchlab.claim.Verdicts.OfStride;
import org.switchlab.claim.Verdicts.Part;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/** The checks of L1i misses. */
final class L1iChecks {

  private static final long STRIDE_BYTES = 8;

  private static final long LINE_BYTES = 64;

  /** "A little" is no more than one line in twenty of the cache, to be fetched again a message. */
  private static final double LITTLE = 0.05;

  private L1iChecks() {}

  /**
   * CS-11: at kernel level L1i misses are more with switches than without, are there above half the
   * L1 size, and exceed those without switches by more the larger the array is.
   */
  static Verdict gapGrows(Claim claim, CounterEvidence evidence) {
    Long known = evidence.machine().l1iBytes();
    if (known == null) {
      return Verdicts.unknownCache(claim, "L1i");
    }
    if (!evidence.countsKernel(CounterEvent.L1I_MISSES)) {
      return Verdicts.notMeasurable(claim, Verdicts.NO_KERNEL_COUNTS);
    }
    long half = known / 2;
    List<OfStride> answers =
        evidence.contrasts(Level.KERNEL, CounterEvent.L1I_MISSES).stream()
            .map(misses -> answer(misses, half))
            .toList();
    return Verdicts.everyStride(claim, evidence.source(), answers);
  }

  private static OfStride answer(Contrast misses, long half) {
    List<Integer> above = misses.above(half);
    if (above.size() < 2) {
      return OfStride.notMeasurable(
          misses.strideBytes(),
          "Needs two sizes above half of L1 (%s)".formatted(Units.bytes(half)));
    }
    int first = above.getFirst();
    int last = above.getLast();
    return Part.answer(
        misses.strideBytes(),
        misses.show(0) + "; " + misses.show(last),
        new Part(
            "more with switches at every size above " + Units.bytes(half),
            Kleene.allOf(above, misses::switchAbove)),
        new Part(
            "there with switches",
            Kleene.allOf(above, i -> Intervals.some(misses.switched().get(i)))),
        new Part(
            "the gap grows from %s to %s"
                .formatted(Units.bytes(misses.bytes(first)), Units.bytes(misses.bytes(last))),
            Kleene.above(misses.excess(last), misses.excess(first))));
  }

  /**
   * CS-12: at user level switches add only a little to the L1i misses, less than at kernel level.
   * Compared are the additions at stride 8 B, averaged over the array sizes. Without switches there
   * are next to none, so that a little is measured by the cache and not by them. What is less than
   * a little has no sign worth asking for: no more of either kind is what "a little" says.
   */
  static Verdict gapSmaller(Claim claim, CounterEvidence evidence) {
    Long known = evidence.machine().l1iBytes();
    if (known == null) {
      return Verdicts.unknownCache(claim, "L1i");
    }
    if (!evidence.countsKernel(CounterEvent.L1I_MISSES)) {
      return Verdicts.notMeasurable(claim, Verdicts.NO_KERNEL_COUNTS);
    }
    Optional<Estimate> kernel = gap(evidence, Level.KERNEL);
    Optional<Estimate> user = gap(evidence, Level.USER);
    if (kernel.isEmpty() || user.isEmpty()) {
      return Verdicts.notMeasurable(
          claim, "Needs L1i misses of both levels at stride 8 B: run l1i-misses --level user");
    }
    long lines = known / LINE_BYTES;
    List<Part> parts =
        List.of(
            new Part(
                "only a little, up to a twentieth of L1i's %d lines".formatted(lines),
                Kleene.within(user.get(), -LITTLE * lines, LITTLE * lines)),
            new Part("by less than at kernel level", Kleene.above(kernel.get(), user.get())));
    String here =
        "switches add %s a message at user level, %s at kernel level"
            .formatted(Intervals.show(user.get()), Intervals.show(kernel.get()));
    return Verdicts.of(claim, evidence.source(), here, parts);
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
