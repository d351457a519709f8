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

  /**
   * Starts the runner this library carries, waits until it says hello, and ends it.
   *
   * @return time from the call to its first line, in ns; its end is not in it
   * @throws RunnerException if it could not be started
   */
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
