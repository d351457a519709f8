package org.switchlab.run;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.plan.Point;
import org.switchlab.sample.Batch;
import org.switchlab.sample.Stamp;
import org.switchlab.sample.Stamp.Side;
import org.switchlab.sample.Stamp.Step;
import org.switchlab.sample.Trace;
import org.switchlab.sample.Variant;
import org.switchlab.warning.Warning;

/**
 * What the runner tells of the loops that are measured, step by step instead of timed: the rounds
 * of both flows in one fresh process, pinned and under SCHED_FIFO; the order of a walk.
 */
public final class TracedRun {

  /** The most rounds of one trace. */
  public static final int MOST_ROUNDS = 1_000;

  private static final int STAMPS_A_ROUND = 3;
  private static final Launcher.TimeLimits LIMITS = Launcher.TimeLimits.MEASURING;

  private final Launcher launcher;

  private TracedRun(Launcher launcher) {
    this.launcher = launcher;
  }

  /** With the runner this library carries, if it does for this machine. */
  public static TracedRun create() throws RunnerException {
    return new TracedRun(Launcher.carried(LIMITS));
  }

  /** The indexes of the elements that a walk of the point's array touches, in that order. */
  public static int[] walkOrder(Point point) throws RunnerException, InterruptedException {
    return Launcher.carried(LIMITS)
        .read(
            RunnerCommand.of("access-pattern").walk(point),
            "touch",
            line -> Math.toIntExact(line.number("index", 0)),
            Math.toIntExact(point.isDirect() ? 0 : point.elements()),
            LIMITS.leastBatch())
        .stream()
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Runs {@code rounds} of each flow, 1 to {@value #MOST_ROUNDS}, walking as the point says. */
  public Trace measure(Point point, int rounds, int cpu, long seed)
      throws RunnerException, InterruptedException {
    RunnerCommand command =
        RunnerCommand.of("timeline").walk(point).with("--rounds", rounds).seed(seed).handshake();
    try (ReadyRunner ready = launcher.isolated(command, cpu, pid -> {})) {
      RunnerProcess process = ready.process();
      process.send("go");
      List<Stamp> stamps = new ArrayList<>();
      Batch single = process.batch(LIMITS.leastBatch()).batch();
      addStamps(stamps, process, STAMPS_A_ROUND * rounds + 1);
      Batch pair = process.batch(LIMITS.leastBatch()).batch();
      addStamps(stamps, process, 2 * STAMPS_A_ROUND * rounds + 1);
      process.finish(LIMITS.leastBatch());
      return new Trace(point, single, pair, stamps);
    }
  }

  /** Rights that were refused so far, each once, with what mends it. */
  public List<Warning> warnings() {
    return launcher.controls().warnings();
  }

  private static void addStamps(List<Stamp> stamps, RunnerProcess process, int count)
      throws RunnerException, InterruptedException {
    for (int i = 0; i < count; i++) {
      stamps.add(process.read("event", TracedRun::stamp, LIMITS.leastBatch()));
    }
  }

  private static Stamp stamp(ProtocolLine line) throws MalformedLineException {
    return new Stamp(
        line.constant("variant", Variant.class),
        line.constant("process", Side.class),
        line.constant("kind", Step.class),
        line.number("timeNs", 0));
  }
}
