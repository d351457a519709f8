package org.switchlab.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.switchlab.claim.Verdicts.OfStride;
import org.switchlab.claim.Verdicts.Part;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;
import org.switchlab.plan.Point;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/** The checks of dTLB misses. */
final class DtlbChecks {

  private static final int SHARE_OF_REACH = 8;

  private static final long LINE_BYTES = 64;

  private static final double HARDLY = 2;

  /** Misses have begun where a tenth of the array's pages is missed a message. */
  private static final double BEGUN = 0.1;

  private static final double ALMOST = 1.5;

  private DtlbChecks() {}

  /**
   * CS-15: at kernel level dTLB misses with switches begin where two arrays are a quarter of what
   * the dTLB maps (the paper's 32 KiB of 256 KiB), grow with strides above a line, hardly depend on
   * those below, and exceed those without switches. The last three compare means over the sizes
   * beyond. "None below" is asked of the array's own pages: the kernel's miss at any size, so that
   * misses are counted from those of the smallest array.
   */
  static Verdict ofProcesses(Claim claim, CounterEvidence evidence) {
    Long known = evidence.machine().dtlbReachBytes();
    if (known == null) {
      return Verdicts.unknownCache(claim, "dTLB");
    }
    if (!evidence.countsKernel(CounterEvent.DTLB_MISSES)) {
      return Verdicts.notMeasurable(claim, Verdicts.NO_KERNEL_COUNTS);
    }
    long from = known / SHARE_OF_REACH;
    List<Contrast> strides =
        evidence.contrasts(Level.KERNEL, CounterEvent.DTLB_MISSES).stream()
            .filter(misses -> !misses.above(from).isEmpty())
            .toList();
    if (strides.isEmpty()) {
      return Verdicts.notMeasurable(
          claim, "Needs dTLB misses at kernel level above " + Units.bytes(from));
    }
    List<Part> parts = parts(strides, from);
    Contrast last = strides.getLast();
    String here =
        "%s (stride %s B)".formatted(last.show(last.above(from).getFirst()), last.strideBytes());
    return Verdicts.of(claim, evidence.source(), here, parts);
  }

  private static List<Part> parts(List<Contrast> strides, long from) {
    List<Part> parts = new ArrayList<>();
    if (strides.stream().anyMatch(s -> !below(s, from).isEmpty())) {
      parts.add(
          new Part(
              "none of the array's own with switches up to " + Units.bytes(from),
              Kleene.allOf(
                  strides, s -> Kleene.allOf(below(s, from), i -> Kleene.not(begun(s, i))))));
    }
    parts.add(
        new Part(
            "some with switches above %s (an eighth of the dTLB's reach)"
                .formatted(Units.bytes(from)),
            Kleene.allOf(
                strides,
                s -> Kleene.allOf(s.above(from), i -> Intervals.some(s.switched().get(i))))));
    parts.add(
        new Part(
            "more with switches than without",
            Kleene.allOf(
                strides,
                s -> Kleene.above(mean(s, s.switched(), from), mean(s, s.single(), from)))));
    List<Contrast> wide = strides.stream().filter(s -> s.strideBytes() >= LINE_BYTES).toList();
    if (wide.size() > 1) {
      parts.add(new Part("growing with strides above 64 B", rising(wide, from)));
    }
    List<Contrast> narrow = strides.stream().filter(s -> s.strideBytes() < LINE_BYTES).toList();
    if (narrow.size() > 1) {
      parts.add(new Part("within a factor of two at strides below 64 B", alike(narrow, from)));
    }
    return parts;
  }

  /** The sizes up to {@code from} that have a smaller one to be counted from. */
  private static List<Integer> below(Contrast stride, long from) {
    return stride.between(stride.bytes(0), from);
  }

  private static Outcome begun(Contrast stride, int index) {
    Estimate own = stride.switched().get(index).minus(stride.switched().getFirst());
    double pages = Math.max(1, stride.bytes(index) / (double) Point.BASE_PAGE_BYTES);
    return Kleene.within(own, BEGUN * pages, Double.POSITIVE_INFINITY);
  }

  private static Outcome rising(List<Contrast> strides, long from) {
    return Kleene.allOf(
        IntStream.range(1, strides.size()).boxed().toList(),
        i -> Kleene.above(switches(strides.get(i), from), switches(strides.get(i - 1), from)));
  }

  private static Outcome alike(List<Contrast> strides, long from) {
    Estimate first = switches(strides.getFirst(), from);
    return Kleene.allOf(
        strides.subList(1, strides.size()),
        s -> Kleene.within(Intervals.ratio(switches(s, from), first), 1 / HARDLY, HARDLY));
  }

  private static Estimate switches(Contrast stride, long from) {
    return mean(stride, stride.switched(), from);
  }

  private static Estimate mean(Contrast stride, List<Estimate> counts, long from) {
    return Estimate.mean(stride.above(from).stream().map(counts::get).toList());
  }

  /**
   * CS-16: at user level dTLB misses are almost the same with and without switches, at every size:
   * within a factor of one and a half, or both no more than a stray one now and then.
   */
  static Verdict ofThreads(Claim claim, CounterEvidence evidence) {
    List<OfStride> answers =
        evidence.contrasts(Level.USER, CounterEvent.DTLB_MISSES).stream()
            .map(DtlbChecks::answer)
            .toList();
    return answers.isEmpty()
        ? Verdicts.notMeasurable(
            claim, "Needs dTLB misses at user level: run dtlb-misses --level user")
        : Verdicts.everyStride(claim, evidence.source(), answers);
  }

  private static OfStride answer(Contrast misses) {
    List<Integer> all = misses.above(0);
    Function<Integer, Outcome> same = i -> same(misses.switched().get(i), misses.single().get(i));
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
            Kleene.allOf(all, same)));
  }

  private static Outcome same(Estimate switched, Estimate single) {
    Outcome few = Kleene.allOf(List.of(Intervals.none(switched), Intervals.none(single)));
    Outcome near =
        single.value() > 0
            ? Kleene.within(Intervals.ratio(switched, single), 1 / ALMOST, ALMOST)
            : Kleene.not(Intervals.some(switched));
    return Kleene.anyOf(List.of(few, near));
  }
}
