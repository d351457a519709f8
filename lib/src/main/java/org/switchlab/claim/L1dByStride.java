package org.switchlab.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/**
 * CS-13: strides of a line and more miss the L1d about ten times as often as stride 8 B, where the
 * arrays do not fit. Every element is touched once a walk at any stride and a line holds eight, so
 * eight is what a cache without prefetching answers; "about ten" is read as within a factor of two.
 */
final class L1dByStride {

  private static final long ELEMENT_STRIDE_BYTES = 8;
  private static final long LINE_BYTES = 64;
  private static final double PUBLISHED = 10;
  private static final double FACTOR = 2;

  private L1dByStride() {}

  static Verdict judge(Claim claim, CounterEvidence evidence) {
    Long known = evidence.machine().l1dBytes();
    if (known == null) {
      return Verdicts.unknownCache(claim, "L1d");
    }
    long l1d = known;
    List<Answer> answers = new ArrayList<>();
    for (Level level : evidence.curves(CounterEvent.L1D_MISSES).levels()) {
      List<Contrast> contrasts = evidence.contrasts(level, CounterEvent.L1D_MISSES);
      Optional<Contrast> element =
          contrasts.stream().filter(c -> c.strideBytes() == ELEMENT_STRIDE_BYTES).findFirst();
      contrasts.stream()
          .filter(c -> c.strideBytes() >= LINE_BYTES)
          .forEach(c -> element.ifPresent(e -> answers.add(answer(c, e, l1d))));
    }
    return answers.isEmpty()
        ? Verdicts.notMeasurable(claim, "Needs L1d misses at stride 8 B and at one of 64 B or more")
        : Verdicts.everyStride(claim, evidence.source(), answers);
  }

  private static Answer answer(Contrast line, Contrast element, long l1d) {
    List<Integer> past =
        line.above(2 * l1d).stream()
            .filter(i -> element.sizesBytes().contains(line.bytes(i)))
            .toList();
    if (past.isEmpty()) {
      return Answer.notMeasurable(
          line.strideBytes(),
          "Needs both strides at a size above twice L1d (%s)".formatted(Units.bytes(l1d)));
    }
    int last = past.getLast();
    return Part.answer(
        line.strideBytes(),
        "%s times stride 8 B without switches, %s times with, at %s"
            .formatted(
                Intervals.show(single(line, element, last)),
                Intervals.show(switched(line, element, last)),
                Units.bytes(line.bytes(last))),
        new Part(
            "within a factor of two of ten without switches",
            Contrast.everywhere(past, i -> near(single(line, element, i)))),
        new Part(
            "with switches", Contrast.everywhere(past, i -> near(switched(line, element, i)))));
  }

  private static Outcome near(Estimate ratio) {
    return Kleene.within(ratio, PUBLISHED / FACTOR, PUBLISHED * FACTOR);
  }

  private static Estimate single(Contrast line, Contrast element, int index) {
    int same = element.sizesBytes().indexOf(line.bytes(index));
    return Intervals.ratio(line.single().get(index), element.single().get(same));
  }

  private static Estimate switched(Contrast line, Contrast element, int index) {
    int same = element.sizesBytes().indexOf(line.bytes(index));
    return Intervals.ratio(line.switched().get(index), element.switched().get(same));
  }
}
