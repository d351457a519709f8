package org.switchlab.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/**
 * CS-14: without switches L1d misses begin when the array outgrows L1d, with switches when two do.
 *
 * <p>"Zero" cannot be taken literally: the kernel's own path misses a little at any size. So the
 * misses above those of the smallest array are set against the array's lines; they begin where a
 * tenth of the lines has to be fetched again a message. One grid step is tolerated on either side.
 */
final class L1dOnset {

  private static final double BEGUN = 0.1;
  private static final long LINE_BYTES = 64;

  private L1dOnset() {}

  static Verdict judge(Claim claim, CounterEvidence evidence) {
    Long known = evidence.machine().l1dBytes();
    if (known == null) {
      return Verdicts.unknownCache(claim, "L1d");
    }
    long l1d = known;
    List<Answer> answers = new ArrayList<>();
    for (Level level : evidence.curves(CounterEvent.L1D_MISSES).levels()) {
      evidence
          .contrasts(level, CounterEvent.L1D_MISSES)
          .forEach(misses -> answers.add(answer(misses, l1d)));
    }
    return Verdicts.everyStride(claim, evidence.source(), answers);
  }

  private static Answer answer(Contrast misses, long l1d) {
    IntFunction<Outcome> single = i -> begun(misses, misses.single(), i);
    IntFunction<Outcome> switched = i -> begun(misses, misses.switched(), i);
    String here =
        "misses begin at %s without switches, at %s with"
            .formatted(onset(misses, single), onset(misses, switched));
    List<Integer> half = misses.between(l1d / 4, l1d);
    return Part.answer(
        misses.strideBytes(),
        here,
        new Part("without switches none up to half of L1d", upTo(misses, l1d / 2, single)),
        new Part("some from twice L1d on", from(misses, 2 * l1d, single)),
        new Part("with switches none up to a quarter of L1d", upTo(misses, l1d / 4, switched)),
        new Part("some from L1d on", from(misses, l1d, switched)),
        new Part(
            "begun with switches, not yet without, at a size between",
            Kleene.anyOf(
                half.stream()
                    .map(i -> Kleene.allOf(List.of(switched.apply(i), Kleene.not(single.apply(i)))))
                    .toList())));
  }

  private static Outcome upTo(Contrast misses, long bytes, IntFunction<Outcome> begun) {
    return Contrast.everywhere(misses.between(0, bytes), i -> Kleene.not(begun.apply(i)));
  }

  private static Outcome from(Contrast misses, long bytes, IntFunction<Outcome> begun) {
    return Contrast.everywhere(misses.above(bytes - 1), begun);
  }

  private static String onset(Contrast misses, IntFunction<Outcome> begun) {
    return misses.above(0).stream()
        .filter(i -> begun.apply(i) == Outcome.CONFIRMED)
        .findFirst()
        .map(i -> Units.bytes(misses.bytes(i)))
        .orElse("no size");
  }

  private static Outcome begun(Contrast misses, List<Estimate> counts, int index) {
    Estimate own = counts.get(index).minus(counts.getFirst());
    double lines = misses.bytes(index) / (double) LINE_BYTES;
    return Kleene.within(own, BEGUN * lines, Double.POSITIVE_INFINITY);
  }
}
