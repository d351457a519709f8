package org.switchlab.run;

import java.nio.file.Path;
import java.util.List;

/**
 * What it costs this JVM to start a runner: the price of measuring in a process of its own.
 *
 * <p>The child is started with {@code posix_spawn}, which copies no page table, so that it should
 * not depend on this JVM's heap. {@code fork} would: 60 ms for 4 GB of touched 4 KiB pages.
 */
public final class RunnerStart {

  private static final List<String> ARGUMENTS =
      List.of("drive", "--array-bytes", "0", "--stride-bytes", "0", "--seed", "0", "--handshake");

  private RunnerStart() {}

  /**
   * Starts the runner this library carries, waits until it says hello, and ends it.
   *
   * @return time from the call to its first line, in ns; its end is not in it
   * @throws RunnerException if it could not be started
   * @throws InterruptedException if the calling thread was interrupted; the process is gone then
   */
  public static long durationNs() throws RunnerException, InterruptedException {
    Path executable = RunnerImage.executable();
    long startNs = System.nanoTime();
    try (var process = RunnerProcess.start(executable, ARGUMENTS)) {
      process.greet(TimeLimits.MEASURING);
      return System.nanoTime() - startNs;
    }
  }
}
