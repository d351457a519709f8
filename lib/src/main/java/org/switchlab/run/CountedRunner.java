package org.switchlab.run;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import org.switchlab.plan.Point;
import org.switchlab.warning.Warning;

/** Starts pairs of processes to be counted, pinned and under SCHED_FIFO if allowed. */
public final class CountedRunner {

  private static final TimeLimits LIMITS = TimeLimits.MEASURING;

  private final Path executable;
  private final Controls controls = new Controls();

  CountedRunner(Path executable) {
    this.executable = executable;
  }

  /**
   * With the runner this library carries.
   *
   * @throws RunnerException if it carries none for this machine, or it cannot be executed
   */
  public static CountedRunner create() throws RunnerException {
    return new CountedRunner(RunnerImage.executable());
  }

  /**
   * Starts and warms up a pair.
   *
   * @param seed of both stack offsets
   * @param cpu logical CPU to run on
   * @param counters opens counters on the first process's pid while it is alone, so that the other
   *     one inherits them
   * @throws RunnerException if a process failed
   * @throws InterruptedException if the calling thread was interrupted; nothing is left then
   * @throws IllegalArgumentException if {@code cpu} is not there or not allowed
   */
  public CountedPair open(Point point, long seed, int cpu, IntConsumer counters)
      throws RunnerException, InterruptedException {
    RunnerProcess process = RunnerProcess.start(executable, arguments(point, seed));
    boolean opened = false;
    try {
      Ready ready =
          process.prepare(
              LIMITS,
              pid -> {
                controls.isolate(pid, cpu, LIMITS.prepare());
                counters.accept(pid);
              });
      controls.checkPages(point, ready.hugeBytes());
      opened = true;
      return new CountedPair(process, ready, LIMITS);
    } finally {
      if (!opened) {
        process.close();
      }
    }
  }

  /** Rights that were refused so far, each once, with what mends it. */
  public List<Warning> warnings() {
    return controls.warnings();
  }

  private static List<String> arguments(Point point, long seed) {
    return List.of(
        "drive",
        "--subject",
        point.subject(),
        "--array-bytes",
        Long.toString(point.arrayBytes()),
        "--stride-bytes",
        Long.toString(point.strideBytes()),
        "--page-bytes",
        Long.toString(point.pageBytes()),
        "--seed",
        Long.toUnsignedString(seed),
        "--handshake");
  }
}
