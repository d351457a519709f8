package org.switchlab.estimate;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.plan.Point;
import org.switchlab.sample.Batch;
import org.switchlab.sample.Stamp;
import org.switchlab.sample.Stamp.Side;
import org.switchlab.sample.Stamp.Step;
import org.switchlab.sample.Trace;
import org.switchlab.sample.Variant;

/** Scripted traces: a walk takes 400 ns, a system call 200 ns, the passage of the CPU 1000 ns. */
public final class SampleTraces {

  static final long WALK_NS = 400;
  static final long CALL_NS = 200;
  static final long SWITCH_NS = 1_000;

  /** A clock that begins late, as clocks do. */
  private static final long BEGUN_NS = 7_000_000;

  private final List<Stamp> stamps = new ArrayList<>();
  private Variant variant = Variant.SINGLE;
  private long nowNs = BEGUN_NS;

  private SampleTraces() {}

  /** A scheduler that switches where a read waits. */
  public static Trace waiting(int rounds) {
    var script = new SampleTraces();
    script.single(rounds);
    script.begin(Variant.PAIR);
    for (int round = 0; round < rounds; round++) {
      script.after(WALK_NS, Side.PARENT, Step.WALKED);
      script.after(CALL_NS, Side.PARENT, Step.WRITTEN);
      script.turnOfPeer();
      script.after(SWITCH_NS, Side.PARENT, Step.READ);
    }
    return script.trace(rounds);
  }

  /** A scheduler that lets the woken peer preempt the parent while that still writes. */
  public static Trace preempting(int rounds) {
    var script = new SampleTraces();
    script.single(rounds);
    script.begin(Variant.PAIR);
    for (int round = 0; round < rounds; round++) {
      script.after(WALK_NS, Side.PARENT, Step.WALKED);
      script.turnOfPeer();
      script.after(SWITCH_NS, Side.PARENT, Step.WRITTEN);
      script.after(CALL_NS, Side.PARENT, Step.READ);
    }
    return script.trace(rounds);
  }

  private void single(int rounds) {
    begin(Variant.SINGLE);
    for (int round = 0; round < rounds; round++) {
      after(CALL_NS, Side.PARENT, Step.WRITTEN);
      after(CALL_NS, Side.PARENT, Step.READ);
      after(WALK_NS, Side.PARENT, Step.WALKED);
    }
  }

  private void turnOfPeer() {
    after(SWITCH_NS, Side.PEER, Step.READ);
    after(WALK_NS, Side.PEER, Step.WALKED);
    after(CALL_NS, Side.PEER, Step.WRITTEN);
  }

  private void begin(Variant next) {
    variant = next;
    after(BEGUN_NS, Side.PARENT, Step.BEGUN);
  }

  private void after(long durationNs, Side side, Step step) {
    nowNs += durationNs;
    stamps.add(new Stamp(variant, side, step, nowNs));
  }

  private Trace trace(int rounds) {
    return new Trace(
        new Point("pipe-pair-traced", 1024, 64),
        batch(Variant.SINGLE, rounds, 0),
        batch(Variant.PAIR, rounds, 2L * rounds),
        stamps);
  }

  private static Batch batch(Variant variant, int rounds, long switches) {
    return new Batch(variant, rounds, 10_000, 9_500, 9_510, switches, switches, 0, false);
  }
}
