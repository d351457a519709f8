package org.switchlab.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.switchlab.plan.Point;
import org.switchlab.sample.Batch;
import org.switchlab.sample.Couple;
import org.switchlab.sample.Variant;
import org.switchlab.warning.Warning;

/** Measures in the C runner: one fresh process a job, pinned and under SCHED_FIFO if allowed. */
public final class NativeRunner implements Runner {

  private final Path executable;
  private final TimeLimits limits;
  private final Controls controls = new Controls();

  NativeRunner(Path executable, TimeLimits limits) {
    this.executable = executable;
    this.limits = limits;
  }

  /**
   * With the runner this library carries.
   *
   * @throws RunnerException if it carries none for this machine, or it cannot be executed
   */
  public static NativeRunner create() throws RunnerException {
    return new NativeRunner(RunnerImage.executable(), TimeLimits.MEASURING);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the job's CPU is not there or not allowed
   */
  @Override
  public void measure(ProcessJob job, Consumer<Couple> sink)
      throws RunnerException, InterruptedException {
    try (var process = RunnerProcess.start(executable, arguments(job))) {
      Ready ready =
          process.prepare(limits, pid -> controls.isolate(pid, job.cpu(), limits.prepare()));
      controls.checkPages(job.point(), ready.hugeBytes());
      Duration longest = limits.batch(rounds(job, ready), ready);
      controls.allow(process.pid(), longest);
      process.send("go");
      for (int index = 0; index < job.couples(); index++) {
        sink.accept(couple(process, index, longest));
      }
      process.finish(longest);
    }
  }

  @Override
  public List<Warning> warnings() {
    return controls.warnings();
  }

  static List<String> arguments(ProcessJob job) {
    Point point = job.point();
    boolean fixed = job.fixedRounds() > 0;
    List<String> arguments = new ArrayList<>();
    arguments.add(point.subject());
    arguments.addAll(List.of("--array-bytes", Long.toString(point.arrayBytes())));
    arguments.addAll(List.of("--stride-bytes", Long.toString(point.strideBytes())));
    arguments.addAll(List.of("--page-bytes", Long.toString(point.pageBytes())));
    arguments.addAll(List.of("--couples", Integer.toString(job.couples())));
    arguments.add(fixed ? "--rounds" : "--batch-ns");
    arguments.add(Long.toString(fixed ? job.fixedRounds() : job.batchNs()));
    arguments.addAll(List.of("--seed", Long.toUnsignedString(job.seed())));
    if (job.peerCpu() != job.cpu()) {
      arguments.addAll(List.of("--peer-cpu", Integer.toString(job.peerCpu())));
    }
    arguments.add("--handshake");
    return arguments;
  }

  /** Rounds in a batch: as asked for, or as many as the wanted time holds. */
  private static long rounds(ProcessJob job, Ready ready) {
    return job.fixedRounds() > 0
        ? job.fixedRounds()
        : job.batchNs() / Math.max(1, ready.pairRoundNs()) + 1;
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
    BatchLine line = process.batch(limit);
    if (line.couple() != couple || line.position() != position) {
      throw process.failure(
          "it wrote batch %d of couple %d where batch %d of couple %d is due"
              .formatted(line.position(), line.couple(), position, couple));
    }
    return line.batch();
  }
}
