package org.switchlab.run;

import java.util.List;
import java.util.function.IntConsumer;
import org.switchlab.plan.Point;
import org.switchlab.warning.Warning;

/** Starts pairs of processes to be counted, pinned and under SCHED_FIFO if allowed. */
public final class CountedRunner {

  private final Launcher launcher;

  private CountedRunner(Launcher launcher) {
    this.launcher = launcher;
  }

  /** With the runner this library carries, if it does for this machine. */
  public static CountedRunner create() throws RunnerException {
    return new CountedRunner(Launcher.carried(Launcher.TimeLimits.MEASURING));
  }

  /**
   * Starts and warms up a pair.
   *
   * @param seed of both stack offsets
   * @param cpu logical CPU to run on
   * @param counters opens counters on the first process's pid while it is alone, so that the other
   *     one inherits them
   */
  public CountedPair open(Point point, long seed, int cpu, IntConsumer counters)
      throws RunnerException, InterruptedException {
    RunnerCommand command =
        RunnerCommand.drive(point, seed)
            .add("--subject", point.subject())
            .with("--page-bytes", point.pageBytes());
    ReadyRunner ready = launcher.isolated(command, cpu, counters);
    launcher.controls().checkPages(point, ready.hugeBytes());
    return new CountedPair(ready);
  }

  /** Rights that were refused so far, each once, with what mends it. */
  public List<Warning> warnings() {
    return launcher.controls().warnings();
  }
}
