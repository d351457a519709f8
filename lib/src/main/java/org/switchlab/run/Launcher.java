package org.switchlab.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Starts runner processes and isolates them as far as it is allowed to. */
final class Launcher {

  private final Path executable;
  private final TimeLimits limits;
  private final Controls controls = new Controls();

  Launcher(Path executable, TimeLimits limits) {
    this.executable = executable;
    this.limits = limits;
  }

  /** With the runner this library carries, if it does for this machine. */
  static Launcher carried(TimeLimits limits) throws RunnerException {
    return new Launcher(RunnerImage.executable(), limits);
  }

  /** What its processes are given and refused. */
  Controls controls() {
    return controls;
  }

  /** Starts a process, of which nothing is awaited yet. */
  RunnerProcess start(RunnerCommand command) throws RunnerException {
    return RunnerProcess.start(executable, command.words(), limits);
  }

  /** Runs a process that asks nothing; what its {@code count} lines say, each within a limit. */
  <T> List<T> read(
      RunnerCommand command,
      String keyword,
      RunnerProcess.LineParser<T> parser,
      int count,
      Duration limit)
      throws RunnerException, InterruptedException {
    List<T> all = new ArrayList<>();
    try (RunnerProcess process = start(command)) {
      process.greet();
      while (all.size() < count) {
        all.add(process.read(keyword, parser, limit));
      }
      process.finish(limit);
    }
    return all;
  }

  /**
   * Brings a process to where it can measure, pinned to {@code cpu} and under SCHED_FIFO. {@code
   * also} is done to it while it is alone: its peer inherits that.
   */
  ReadyRunner isolated(RunnerCommand command, int cpu, IntConsumer also)
      throws RunnerException, InterruptedException {
    return prepared(
        command,
        pid -> {
          controls.isolate(pid, cpu, limits.prepare());
          also.accept(pid);
        });
  }

  /** The same, but it is pinned nowhere; {@code alone} is done while it is alone. */
  ReadyRunner prepared(RunnerCommand command, IntConsumer alone)
      throws RunnerException, InterruptedException {
    RunnerProcess process = start(command);
    ReadyRunner ready = null;
    try {
      ready = process.prepare(alone);
      return ready;
    } finally {
      if (ready == null) {
        process.close();
      }
    }
  }

  /**
   * How long a runner may be silent before it counts as hung.
   *
   * <p>Generous: a limit that a slow machine reaches would lose good samples, and a hung runner on
   * a quick one can be interrupted by hand.
   *
   * @param hello from its start to its first line
   * @param prepare for mapping, touching and warming up
   * @param leastBatch for any batch, however short it should be
   * @param batchFactor how many times longer than announced a batch may last on top of that
   */
  record TimeLimits(Duration hello, Duration prepare, Duration leastBatch, int batchFactor) {

    /** For batches on a CPU of their own. */
    static final TimeLimits MEASURING =
        new TimeLimits(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(10), 20);

    /** For pairs driven by hand, which may share a CPU with anything. */
    static final TimeLimits BY_HAND =
        new TimeLimits(
            Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(60), 1_000);

    /** The limit for a batch of {@code rounds}, of which each took {@code roundNs} before. */
    Duration batch(long rounds, long roundNs) {
      return leastBatch.plus(
          Duration.ofNanos(roundNs).multipliedBy(rounds).multipliedBy(batchFactor));
    }
  }
}
