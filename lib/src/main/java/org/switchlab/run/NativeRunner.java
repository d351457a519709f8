package org.switchlab.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.switchlab.plan.Point;
import org.switchlab.run.ProtocolLine.PlacedBatch;
import org.switchlab.sample.Batch;
import org.switchlab.sample.Couple;
import org.switchlab.sample.Rounds;
import org.switchlab.sample.Slot;
import org.switchlab.sample.Variant;
import org.switchlab.warning.Warning;

/** Measures in the C runner: one fresh process a job, pinned and under SCHED_FIFO if allowed. */
public final class NativeRunner implements Runner {

  private final Launcher launcher;

  NativeRunner(Path executable, Launcher.TimeLimits limits) {
    launcher = new Launcher(executable, limits);
  }

  /** With the runner this library carries, if it does for this machine. */
  public static NativeRunner create() throws RunnerException {
    return new NativeRunner(RunnerImage.executable(), Launcher.TimeLimits.MEASURING);
  }

  @Override
  public void measure(ProcessJob job, Consumer<Couple> sink)
      throws RunnerException, InterruptedException {
    try (ReadyRunner ready = launcher.isolated(command(job), job.cpu(), pid -> {})) {
      RunnerProcess process = ready.process();
      launcher.controls().checkPages(job.point(), ready.hugeBytes());
      boolean fixed = job.fixedRounds() > 0;
      Duration longest = ready.limit(fixed ? job.fixedRounds() : ready.rounds(job.batchNs()));
      launcher.controls().allow(process.pid(), longest);
      process.send("go");
      for (int index = 0; index < job.couples(); index++) {
        sink.accept(couple(process, index, longest));
      }
      process.finish(longest);
    }
  }

  @Override
  public Stamping stamped(StampedJob job, Consumer<Slot> sink)
      throws RunnerException, InterruptedException {
    return new StampedRun(launcher, job, null).measure(sink);
  }

  @Override
  public Stamping stamped(StampedJob job, Consumer<Slot> sink, Consumer<Rounds> rounds)
      throws RunnerException, InterruptedException {
    return new StampedRun(launcher, job, rounds).measure(sink);
  }

  @Override
  public List<Warning> warnings() {
    return launcher.controls().warnings();
  }

  private static RunnerCommand command(ProcessJob job) {
    Point point = job.point();
    RunnerCommand command =
        RunnerCommand.of(point.subject())
            .walk(point)
            .pages(point)
            .with("--couples", job.couples())
            .seed(job.seed())
            .handshake();
    if (job.peerCpu() != job.cpu()) {
      command.with("--peer-cpu", job.peerCpu());
    }
    return job.fixedRounds() > 0
        ? command.with("--rounds", job.fixedRounds())
        : command.with("--batch-ns", job.batchNs());
  }

  private static Couple couple(RunnerProcess process, int index, Duration limit)
      throws RunnerException, InterruptedException {
    Batch first = batch(process, index, 0, limit);
    Batch second = batch(process, index, 1, limit);
    if (first.variant() == second.variant()) {
      throw process.failure(
          "couple %d has two batches of the same flow: %s".formatted(index, first.variant()));
    }
    boolean pairFirst = first.variant() == Variant.PAIR;
    return new Couple(index, pairFirst, pairFirst ? second : first, pairFirst ? first : second);
  }

  private static Batch batch(RunnerProcess process, int couple, int position, Duration limit)
      throws RunnerException, InterruptedException {
    PlacedBatch placed = process.batch(limit);
    if (placed.couple() != couple || placed.position() != position) {
      throw process.failure(
          "it wrote batch %d of couple %d where batch %d of couple %d is due"
              .formatted(placed.position(), placed.couple(), position, couple));
    }
    return placed.batch();
  }
}
