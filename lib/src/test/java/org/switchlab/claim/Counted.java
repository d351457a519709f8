package org.switchlab.claim;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.switchlab.counter.CountedMachine;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;
import org.switchlab.counter.Phase;
import org.switchlab.counter.PhaseCounts;
import org.switchlab.counter.SpaceCounts;
import org.switchlab.estimate.CurveTable;
import org.switchlab.estimate.SpreadTables;
import org.switchlab.plan.Point;
import org.switchlab.sample.Variant;

/** Counts made by hand, of a machine with 32 KiB of L1, 256 KiB of L2 and 64 dTLB entries. */
final class Counted {

  static final CountedMachine MACHINE =
      new CountedMachine("by hand", 32L << 10, 32L << 10, 256L << 10, null, 256L << 10);

  /** Sizes in KiB. */
  static final long[] SIZES_KIB = {1, 4, 8, 16, 32, 64, 128, 256, 512, 1024};

  private static final long ROUNDS = 1000;

  private final List<PhaseCounts> counts = new ArrayList<>();
  private CountedMachine machine = MACHINE;

  /** How many events a message has at one size. */
  @FunctionalInterface
  interface Shape {
    double at(long kib);
  }

  /** Counts without and with switches at every size, three repetitions a thousandth apart. */
  Counted add(Level level, long stride, CounterEvent event, Shape single, Shape switched) {
    for (long kib : SIZES_KIB) {
      add(level, kib, stride, Variant.SINGLE, event, 0.001, single.at(kib));
      add(level, kib, stride, Variant.PAIR, event, 0.001, switched.at(kib));
    }
    return this;
  }

  /** Three repetitions whose counts lie {@code spread} of themselves apart. */
  Counted add(
      Level level,
      long kib,
      long stride,
      Variant variant,
      CounterEvent event,
      double spread,
      double aMessage) {
    double[] values = {aMessage, aMessage * (1 + spread), aMessage * (1 - spread)};
    return repeat(level, kib, stride, variant, event, values);
  }

  /** One repetition a value, each of 100 000 instructions a message. */
  Counted repeat(
      Level level, long kib, long stride, Variant variant, CounterEvent event, double... aMessage) {
    var phase =
        new Phase(
            new Point(level.subject(), kib << 10, stride),
            variant,
            variant == Variant.PAIR ? ROUNDS / 2 : ROUNDS);
    for (int i = 0; i < aMessage.length; i++) {
      Map<CounterEvent, SpaceCounts> events = new EnumMap<>(CounterEvent.class);
      events.put(CounterEvent.INSTRUCTIONS, new SpaceCounts(60_000L * ROUNDS, 40_000L * ROUNDS));
      events.put(event, new SpaceCounts(Math.round(aMessage[i] * ROUNDS), 0L));
      counts.add(new PhaseCounts(phase, i, ROUNDS, events));
    }
    return this;
  }

  Counted on(CountedMachine other) {
    machine = other;
    return this;
  }

  /** The same without what the kernel counted. */
  Counted userOnly() {
    List<PhaseCounts> all = List.copyOf(counts);
    counts.clear();
    for (PhaseCounts one : all) {
      Map<CounterEvent, SpaceCounts> events = new EnumMap<>(CounterEvent.class);
      one.counts().forEach((event, c) -> events.put(event, new SpaceCounts(c.user(), null)));
      counts.add(new PhaseCounts(one.phase(), one.repetition(), one.switches(), events));
    }
    return this;
  }

  List<PhaseCounts> counts() {
    return counts;
  }

  CounterEvidence evidence() {
    return evidence(counts, machine);
  }

  /** What counts say, as the analysis of a counter experiment makes it. */
  static CounterEvidence evidence(List<PhaseCounts> counts, CountedMachine machine) {
    return new CounterEvidence(
        CurveTable.of(counts, List.of(CounterEvent.values())),
        SpreadTables.of(counts, CounterEvent.INSTRUCTIONS, 0.95).getLast(),
        machine,
        "emulated");
  }

  Verdict judge(String id) {
    return judge(id, evidence());
  }

  static Verdict judge(String id, CounterEvidence evidence) {
    Claim claim = Claim.find(id).orElseThrow();
    return new Judging(0.05)
        .verdicts(List.of(Checks.ofCounts(claim.check()).answer(claim, evidence)))
        .getFirst();
  }

  /** A machine that does not tell one of its sizes. */
  static CountedMachine without(@Nullable String what) {
    return new CountedMachine(
        "blind",
        "L1i".equals(what) ? null : MACHINE.l1iBytes(),
        "L1d".equals(what) ? null : MACHINE.l1dBytes(),
        MACHINE.l2Bytes(),
        null,
        "dTLB".equals(what) ? null : MACHINE.dtlbReachBytes());
  }
}
