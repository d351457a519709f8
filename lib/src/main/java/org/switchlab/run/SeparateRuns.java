package org.switchlab.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.switchlab.plan.Point;
import org.switchlab.sample.Batch;
import org.switchlab.sample.Couple;
import org.switchlab.warning.Warning;

/**
 * Couples whose two batches are not measured right after each other in a random order, or not on
 * one CPU: the way that {@link NativeRunner} measures is right, these are for showing what happens
 * otherwise.
 */
public final class SeparateRuns {

  private static final TimeLimits LIMITS = TimeLimits.MEASURING;

  private final Path executable;
  private final int cpu;
  private final Controls controls = new Controls();

  private SeparateRuns(Path executable, int cpu) {
    this.executable = executable;
    this.cpu = cpu;
  }

  /**
   * With the runner this library carries.
   *
   * @param cpu logical CPU of what is pinned
   * @throws RunnerException if it carries none for this machine, or it cannot be executed
   */
  public static SeparateRuns on(int cpu) throws RunnerException {
    return new SeparateRuns(RunnerImage.executable(), cpu);
  }

  /** Rights that were refused so far, each once, with what mends it. */
  public List<Warning> warnings() {
    return controls.warnings();
  }

  /**
   * In one process: a single batch, then a pair batch of as many rounds.
   *
   * @param pairNs wanted duration of the pair batch, in ns
   */
  public List<Couple> oneAfterTheOther(Point point, int couples, long pairNs, long seed)
      throws RunnerException, InterruptedException {
    try (var process = start(point, seed)) {
      return inTurn(process, isolated(process), couples, pairNs);
    }
  }

  /** The same, on whatever CPUs the scheduler chooses and without SCHED_FIFO. */
  public List<Couple> unpinned(Point point, int couples, long pairNs, long seed)
      throws RunnerException, InterruptedException {
    try (var process = start(point, seed)) {
      return inTurn(process, process.prepare(LIMITS, pid -> {}), couples, pairNs);
    }
  }

  /** All single batches in one process, then all pair batches in another. */
  public List<Couple> twoProcesses(Point point, int couples, long pairNs, long seed)
      throws RunnerException, InterruptedException {
    List<Batch> singles = new ArrayList<>();
    List<Couple> all = new ArrayList<>();
    try (var process = start(point, seed)) {
      Ready ready = isolated(process);
      for (int i = 0; i < couples; i++) {
        singles.add(batch(process, "singles", rounds(ready, pairNs), ready));
      }
    }
    try (var process = start(point, seed + 1)) {
      Ready ready = isolated(process);
      for (int i = 0; i < couples; i++) {
        Batch pair = batch(process, "roundtrips", rounds(ready, pairNs), ready);
        all.add(new Couple(i, false, singles.get(i), pair));
      }
    }
    return all;
  }

  private static List<Couple> inTurn(RunnerProcess process, Ready ready, int couples, long pairNs)
      throws RunnerException, InterruptedException {
    List<Couple> all = new ArrayList<>();
    for (int i = 0; i < couples; i++) {
      Batch single = batch(process, "singles", rounds(ready, pairNs), ready);
      Batch pair = batch(process, "roundtrips", rounds(ready, pairNs), ready);
      all.add(new Couple(i, false, single, pair));
    }
    return all;
  }

  private RunnerProcess start(Point point, long seed) throws RunnerException {
    return RunnerProcess.start(
        executable,
        List.of(
            "drive",
            "--array-bytes",
            Long.toString(point.arrayBytes()),
            "--stride-bytes",
            Long.toString(point.strideBytes()),
            "--seed",
            Long.toUnsignedString(seed),
            "--handshake"));
  }

  private Ready isolated(RunnerProcess process) throws RunnerException, InterruptedException {
    return process.prepare(LIMITS, pid -> controls.isolate(pid, cpu, LIMITS.prepare()));
  }

  private static long rounds(Ready ready, long pairNs) {
    return Math.max(1, pairNs / Math.max(1, ready.pairRoundNs()));
  }

  private static Batch batch(RunnerProcess process, String command, long rounds, Ready ready)
      throws RunnerException, InterruptedException {
    process.send(command + " " + rounds);
    Duration limit = LIMITS.batch(rounds, ready);
    return process.batch(limit).batch();
  }
}
