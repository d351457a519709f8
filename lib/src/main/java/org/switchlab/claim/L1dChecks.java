package org.switchlab.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.switchlab.claim.Verdicts.OfStride;
import org.switchlab.claim.Verdicts.Part;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/** The checks of L1d misses a message. */
final class L1dChecks {

  private static final long ELEMENT_STRIDE_BYTES = 8;

  private static final long LINE_BYTES = 64;

  private static final double PUBLISHED = 10;

  private static final double FACTOR = 2;

  private static final double BEGUN = 0.1;

  private L1dChecks() {}

  /**
   * CS-13: strides of a line and more miss the L1d about ten times as often as stride 8 B, where
   * the arrays do not fit. Every element is touched once a walk at any stride and a line holds
   * eight, so eight is what a cache without prefetching answers; "about ten" is read as within a
   * factor of two.
   */
  static Verdict byStride(Claim claim, CounterEvidence evidence) {
    Long known = evidence.machine().l1dBytes();
    if (known == null) {
      return Verdicts.unknownCache(claim, "L1d");
    }
    long l1d = known;
    List<OfStride> answers = new ArrayList<>();
    for (Level level : evidence.curves(CounterEvent.L1D_MISSES).levels()) {
      List<Contrast> contrasts = evidence.contrasts(level, CounterEvent.L1D_MISSES);
      Optional<Contrast> element =
          contrasts.stream().filter(c -> c.strideBytes() == ELEMENT_STRIDE_BYTES).findFirst();
      contrasts.stream()
          .filter(c -> c.strideBytes() >= LINE_BYTES)
          .forEach(c -> element.ifPresent(e -> answers.add(strideAnswer(c, e, l1d))));
    }
    return answers.isEmpty()
        ? Verdicts.notMeasurable(claim, "Needs L1d misses at stride 8 B and at one of 64 B or more")
        : Verdicts.everyStride(claim, evidence.source(), answers);
  }

  private static OfStride strideAnswer(Contrast line, Contrast element, long l1d) {
    List<Integer> past =
        line.above(2 * l1d).stream()
            .filter(i -> element.sizesBytes().contains(line.bytes(i)))
            .toList();
    if (past.isEmpty()) {
      return OfStride.notMeasurable(
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
            Kleene.allOf(past, i -> near(single(line, element, i)))),
        new Part("with switches", Kleene.allOf(past, i -> near(switched(line, element, i)))));
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

  /**
   * CS-14: without switches L1d misses begin when the array outgrows L1d, with switches when two
   * do.
   *
   * <p>"Zero" cannot be taken literally: the kernel's own path misses a little at any size. So the
   * misses above those of the smallest array are set against the array's lines; they begin where a
   * tenth of the lines has to be fetched again a message. One grid step is tolerated on either
   * side.
   */
  static Verdict onsets(Claim claim, CounterEvidence evidence) {
    Long known = evidence.machine().l1dBytes();
    if (known == null) {
      return Verdicts.unknownCache(claim, "L1d");
    }
    long l1d = known;
    List<OfStride> answers = new ArrayList<>();
    for (Level level : evidence.curves(CounterEvent.L1D_MISSES).levels()) {
      evidence
          .contrasts(level, CounterEvent.L1D_MISSES)
          .forEach(misses -> answers.add(onsetAnswer(misses, l1d)));
    }
    return Verdicts.everyStride(claim, evidence.source(), answers);
  }

  private static OfStride onsetAnswer(Contrast misses, long l1d) {
    Function<Integer, Outcome> single = i -> begun(misses, misses.single(), i);
    Function<Integer, Outcome> switched = i -> begun(misses, misses.switched(), i);
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
                half, i -> Kleene.allOf(List.of(switched.apply(i), Kleene.not(single.apply(i)))))));
  }

  private static Outcome upTo(Contrast misses, long bytes, Function<Integer, Outcome> begun) {
    return Kleene.allOf(misses.between(0, bytes), i -> Kleene.not(begun.apply(i)));
  }

  private static Outcome from(Contrast misses, long bytes, Function<Integer, Outcome> begun) {
    return Kleene.allOf(misses.above(bytes - 1), begun);
  }

  private static String onset(Contrast misses, Function<Integer, Outcome> begun) {
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
