package org.switchlab.claim;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/**
 * CS-15: at kernel level dTLB misses with switches begin where two arrays are a quarter of what the
 * dTLB maps (the paper's 32 KiB of 256 KiB), grow with strides above a line, hardly depend on those
 * below, and exceed those without switches. The last three compare means over the sizes beyond.
 * That there be none below is not asked: the kernel's own pages miss at any size, which the answer
 * shows by the smallest.
 */
final class DtlbOfProcesses {

  private static final int SHARE_OF_REACH = 8;
  private static final long LINE_BYTES = 64;
  private static final double HARDLY = 2;

  private DtlbOfProcesses() {}

  static Verdict judge(Claim claim, CounterEvidence evidence) {
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
    return Verdicts.of(claim, evidence.source(), Part.all(parts), here, Part.said(parts));
  }

  private static List<Part> parts(List<Contrast> strides, long from) {
    List<Part> parts = new ArrayList<>();
    parts.add(
        new Part(
            "some with switches above %s (an eighth of the dTLB's reach)"
                .formatted(Units.bytes(from)),
            each(
                strides,
                s ->
                    Contrast.everywhere(s.above(from), i -> Magnitude.some(s.switched().get(i))))));
    parts.add(
        new Part(
            "more with switches than without",
            each(
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

  private static Outcome each(
      List<Contrast> strides, java.util.function.Function<Contrast, Outcome> question) {
    return Kleene.allOf(strides.stream().map(question).toList());
  }

  private static Outcome rising(List<Contrast> strides, long from) {
    List<Outcome> steps = new ArrayList<>();
    for (int i = 1; i < strides.size(); i++) {
      steps.add(Kleene.above(switches(strides.get(i), from), switches(strides.get(i - 1), from)));
    }
    return Kleene.allOf(steps);
  }

  private static Outcome alike(List<Contrast> strides, long from) {
    Estimate first = switches(strides.getFirst(), from);
    return each(
        strides.subList(1, strides.size()),
        s -> Kleene.within(Intervals.ratio(switches(s, from), first), 1 / HARDLY, HARDLY));
  }

  private static Estimate switches(Contrast stride, long from) {
    return mean(stride, stride.switched(), from);
  }

  private static Estimate mean(Contrast stride, List<Estimate> counts, long from) {
    return Estimate.mean(stride.above(from).stream().map(counts::get).toList());
  }
}
