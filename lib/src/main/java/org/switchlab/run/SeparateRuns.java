package org.switchlab.run;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.plan.Point;
import org.switchlab.sample.Batch;
import org.switchlab.sample.Couple;
import org.switchlab.sample.Variant;
import org.switchlab.warning.Warning;

/**
 * Couples whose two batches are not measured right after each other in a random order, or not on
 * one CPU: the way that {@link NativeRunner} measures is right, these are for showing what happens
 * otherwise. A pair batch lasts about {@code pairNs}; a single batch has as many rounds. Of a point
 * only the walk counts: its subject names the way it is measured.
 */
public final class SeparateRuns {

  private final Launcher launcher;
  private final int cpu;

  private SeparateRuns(Launcher launcher, int cpu) {
    this.launcher = launcher;
    this.cpu = cpu;
  }

  /** With the runner this library carries; what is pinned runs on logical CPU {@code cpu}. */
  public static SeparateRuns on(int cpu) throws RunnerException {
    return new SeparateRuns(Launcher.carried(Launcher.TimeLimits.MEASURING), cpu);
  }

  /** Rights that were refused so far, each once, with what mends it. */
  public List<Warning> warnings() {
    return launcher.controls().warnings();
  }

  /** In one process: a single batch, then a pair batch of as many rounds. */
  public List<Couple> oneAfterTheOther(Point point, int couples, long pairNs, long seed)
      throws RunnerException, InterruptedException {
    try (ReadyRunner ready = isolated(point, seed)) {
      return inTurn(ready, couples, pairNs);
    }
  }

  /** The same, on whatever CPUs the scheduler chooses and without SCHED_FIFO. */
  public List<Couple> unpinned(Point point, int couples, long pairNs, long seed)
      throws RunnerException, InterruptedException {
    try (ReadyRunner ready = launcher.prepared(RunnerCommand.drive(point, seed), pid -> {})) {
      return inTurn(ready, couples, pairNs);
    }
  }

  /** All single batches in one process, then all pair batches in another. */
  public List<Couple> twoProcesses(Point point, int couples, long pairNs, long seed)
      throws RunnerException, InterruptedException {
    List<Batch> singles = new ArrayList<>();
    List<Couple> all = new ArrayList<>();
    try (ReadyRunner ready = isolated(point, seed)) {
      for (int i = 0; i < couples; i++) {
        singles.add(ready.batch(Variant.SINGLE, ready.rounds(pairNs)));
      }
    }
    try (ReadyRunner ready = isolated(point, seed + 1)) {
      for (int i = 0; i < couples; i++) {
        Batch pair = ready.batch(Variant.PAIR, ready.rounds(pairNs));
        all.add(new Couple(i, false, singles.get(i), pair));
      }
    }
    return all;
  }

  private static List<Couple> inTurn(ReadyRunner ready, int couples, long pairNs)
      throws RunnerException, InterruptedException {
    List<Couple> all = new ArrayList<>();
    for (int i = 0; i < couples; i++) {
      Batch single = ready.batch(Variant.SINGLE, ready.rounds(pairNs));
      Batch pair = ready.batch(Variant.PAIR, ready.rounds(pairNs));
      all.add(new Couple(i, false, single, pair));
    }
    return all;
  }

  private ReadyRunner isolated(Point point, long seed)
      throws RunnerException, InterruptedException {
    return launcher.isolated(RunnerCommand.drive(point, seed), cpu, pid -> {});
  }
}
