package org.switchlab.claim;

import java.util.List;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;
import org.switchlab.unit.Units;

/**
 * CS-11: at kernel level L1i misses are more with switches than without, are there above half the
 * L1 size, and exceed those without switches by more the larger the array is.
 */
final class L1iGapGrows {

  private L1iGapGrows() {}

  static Verdict judge(Claim claim, CounterEvidence evidence) {
    Long known = evidence.machine().l1iBytes();
    if (known == null) {
      return Verdicts.unknownCache(claim, "L1i");
    }
    if (!evidence.countsKernel(CounterEvent.L1I_MISSES)) {
      return Verdicts.notMeasurable(claim, Verdicts.NO_KERNEL_COUNTS);
    }
    long half = known / 2;
    List<Answer> answers =
        evidence.contrasts(Level.KERNEL, CounterEvent.L1I_MISSES).stream()
            .map(misses -> answer(misses, half))
            .toList();
    return Verdicts.everyStride(claim, evidence.source(), answers);
  }

  private static Answer answer(Contrast misses, long half) {
    List<Integer> above = misses.above(half);
    if (above.size() < 2) {
      return Answer.notMeasurable(
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
            Contrast.everywhere(above, misses::switchAbove)),
        new Part(
            "there with switches",
            Contrast.everywhere(above, i -> Magnitude.some(misses.switched().get(i)))),
        new Part(
            "the gap grows from %s to %s"
                .formatted(Units.bytes(misses.bytes(first)), Units.bytes(misses.bytes(last))),
            Kleene.above(misses.excess(last), misses.excess(first))));
  }
}
