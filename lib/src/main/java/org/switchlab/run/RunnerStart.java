package org.switchlab.run;

import org.switchlab.plan.Point;

/**
 * What it costs this JVM to start a runner: the price of measuring in a process of its own.
 *
 * <p>The child is started with {@code posix_spawn}, which copies no page table, so that it should
 * not depend on this JVM's heap. {@code fork} would: 60 ms for 4 GB of touched 4 KiB pages.
 */
public final class RunnerStart {

  private RunnerStart() {}

  /** Time from starting the runner to its first line, in ns; its end is not in it. */
  public static long durationNs() throws RunnerException, InterruptedException {
    Launcher launcher = Launcher.carried(Launcher.TimeLimits.MEASURING);
    RunnerCommand command = RunnerCommand.drive(Point.direct("pipe-pair"), 0);
    long startNs = System.nanoTime();
    try (var process = launcher.start(command)) {
      process.greet();
      return System.nanoTime() - startNs;
    }
  }
}
