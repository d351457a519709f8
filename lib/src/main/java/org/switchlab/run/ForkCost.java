package org.switchlab.run;

import java.time.Duration;
import java.util.List;
import org.switchlab.plan.Point;

/**
 * What starting one child cost a process that had touched memory, measured in the runner.
 *
 * <p>{@code fork} copies the page tables of all that memory and write-protects it, so that the
 * parent stands still during the call and pays a page fault for each page it writes afterwards.
 * {@code vfork} copies nothing.
 *
 * @param way which call started the child
 * @param touchedBytes memory the parent had touched, in bytes
 * @param durationNs how long the call kept the parent, in ns; of {@code vfork} this includes the
 *     child's end
 * @param touchNs how long the parent took to write to each page once afterwards, in ns
 */
public record ForkCost(Way way, long touchedBytes, long durationNs, long touchNs) {

  /** How a child is started. */
  public enum Way {
    /** {@code fork(2)}: the child gets a copy of the parent's page tables. */
    FORK,
    /** {@code vfork(2)}: the child borrows the parent's memory, and the parent waits. */
    VFORK
  }

  /** Most of it goes into page faults, of which a second holds hundreds of thousands. */
  private static final Duration LONGEST_CHILD = Duration.ofMinutes(1);

  /**
   * How long this JVM takes to start a runner, from the call to its first line, in ns: the price of
   * measuring in a process of its own. {@code posix_spawn} copies no page table, so that it should
   * not depend on this JVM's heap; {@code fork} would take 60 ms for 4 GB of touched 4 KiB pages.
   */
  public static long ofRunnerNs() throws RunnerException, InterruptedException {
    Launcher launcher = Launcher.carried(Launcher.TimeLimits.MEASURING);
    RunnerCommand command = RunnerCommand.drive(Point.direct("pipe-pair"), 0);
    long startNs = System.nanoTime();
    try (var process = launcher.start(command)) {
      process.greet();
      return System.nanoTime() - startNs;
    }
  }

  /**
   * Starts {@code count} children each way, in turn, from a fresh process that has touched {@code
   * touchedBytes} (a multiple of 8) on ordinary pages.
   *
   * @throws RunnerException if the process failed, for instance because memory ran out
   */
  public static List<ForkCost> measure(long touchedBytes, int count)
      throws RunnerException, InterruptedException {
    return measure(touchedBytes, count, Point.BASE_PAGE_BYTES);
  }

  /** The same on pages of 4096 or, as far as the kernel has such, 2097152 bytes. */
  public static List<ForkCost> measure(long touchedBytes, int count, long pageBytes)
      throws RunnerException, InterruptedException {
    RunnerCommand command =
        RunnerCommand.of("fork-cost")
            .with("--array-bytes", touchedBytes)
            .with("--count", count)
            .with("--page-bytes", pageBytes);
    return Launcher.carried(Launcher.TimeLimits.BY_HAND)
        .read(
            command,
            "child",
            line ->
                new ForkCost(
                    line.constant("way", Way.class),
                    touchedBytes,
                    line.number("durationNs", 0),
                    line.number("touchNs", 0)),
            count * Way.values().length,
            LONGEST_CHILD);
  }
}
