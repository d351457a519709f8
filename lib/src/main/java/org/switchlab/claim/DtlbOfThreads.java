package org.switchlab.claim;

import java.util.List;
import java.util.function.IntFunction;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;
import org.switchlab.table.Estimate;

/**
 * CS-16: at user level dTLB misses are almost the same with and without switches, at every size:
 * within a factor of one and a half, or both no more than a stray one now and then.
 */
final class DtlbOfThreads {

  private static final double ALMOST = 1.5;

  private DtlbOfThreads() {}

  static Verdict judge(Claim claim, CounterEvidence evidence) {
    List<Answer> answers =
        evidence.contrasts(Level.USER, CounterEvent.DTLB_MISSES).stream()
            .map(DtlbOfThreads::answer)
            .toList();
    return answers.isEmpty()
        ? Verdicts.notMeasurable(
            claim, "Needs dTLB misses at user level: run dtlb-misses --level user")
        : Verdicts.everyStride(claim, evidence.source(), answers);
  }

  private static Answer answer(Contrast misses) {
    List<Integer> all = misses.above(0);
    IntFunction<Outcome> same = i -> same(misses.switched().get(i), misses.single().get(i));
    int shown =
        all.stream()
            .filter(i -> same.apply(i) == Outcome.REFUTED)
            .findFirst()
            .orElse(all.getLast());
    return Part.answer(
        misses.strideBytes(),
        misses.show(shown),
        new Part(
            "within a factor of 1.5 at every size (exceptions: %s)"
                .formatted(misses.exceptions(all, same)),
            Contrast.everywhere(all, same)));
  }

  private static Outcome same(Estimate switched, Estimate single) {
    Outcome few = Kleene.allOf(List.of(Magnitude.none(switched), Magnitude.none(single)));
    Outcome near =
        single.value() > 0
            ? Kleene.within(Intervals.ratio(switched, single), 1 / ALMOST, ALMOST)
            : Kleene.not(Magnitude.some(switched));
    return Kleene.anyOf(List.of(few, near));
  }
}
