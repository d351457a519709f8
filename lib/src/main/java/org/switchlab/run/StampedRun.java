package org.switchlab.run;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.switchlab.plan.Layout;
import org.switchlab.plan.Point;
import org.switchlab.sample.Rounds;
import org.switchlab.sample.Slot;

/** One fresh runner process that stamps every round, pinned and under SCHED_FIFO if allowed. */
final class StampedRun {

  /** Of each group: single of either side, and pair. */
  private static final int BLOCKS = 3;

  private final Launcher launcher;
  private final StampedJob job;

  private final @Nullable Consumer<Rounds> rounds;

  /**
   * Of a job.
   *
   * @param rounds is given every timed round of a slot, just before the slot; absent to keep none
   */
  StampedRun(Launcher launcher, StampedJob job, @Nullable Consumer<Rounds> rounds) {
    this.launcher = launcher;
    this.job = job;
    this.rounds = rounds;
  }

  Stamping measure(Consumer<Slot> sink) throws RunnerException, InterruptedException {
    try (ReadyRunner ready = launcher.isolated(command(), job.cpu(), pid -> {})) {
      RunnerProcess process = ready.process();
      Stamping stamping = ready.stamping();
      if (stamping == null) {
        throw process.failure("it is ready and does not say how it stamps");
      }
      Duration longest = longestSlot(ready, stamping);
      launcher.controls().allow(process.pid(), longest);
      process.send("go");
      for (int index = 0; index < job.slots(); index++) {
        sink.accept(slot(process, index, longest));
      }
      process.finish(longest);
      return stamping;
    }
  }

  private RunnerCommand command() {
    RunnerCommand command = measuring();
    return rounds == null ? command : command.add("--keep-rounds");
  }

  private RunnerCommand measuring() {
    Point point = job.point();
    return laidOut(RunnerCommand.of("stamped", point.subject()).walk(point), point)
        .with("--slots", job.slots())
        .with("--slot-ns", job.slotNs())
        .with("--block-ns", job.blockNs())
        .seed(job.seed())
        .handshake();
  }

  private static RunnerCommand laidOut(RunnerCommand command, Point point) {
    if (point.layout() == Layout.USUAL) {
      return command.pages(point);
    }
    RunnerCommand random = command.add("--order", "random");
    return point.isHuge() ? random.pages(point) : random.add("--pages", "coloured");
  }

  /** It may begin its last group when its time is nearly over. */
  private Duration longestSlot(ReadyRunner ready, Stamping stamping) {
    return ready.limit(ready.rounds(job.slotNs()) + BLOCKS * (stamping.blockRounds() + 1));
  }

  private Slot slot(RunnerProcess process, int index, Duration limit)
      throws RunnerException, InterruptedException {
    Seen seen = rounds == null ? process.read("slot", Seen::of, limit) : kept(process, limit);
    if (seen.slot().index() != index) {
      throw process.failure(
          "it wrote slot %d where slot %d is due".formatted(seen.slot().index(), index));
    }
    launcher.controls().checkPages(job.point(), seen.wishedBytes());
    return seen.slot();
  }

  /** The slot after its rounds, which are handed over. */
  private Seen kept(RunnerProcess process, Duration limit)
      throws RunnerException, InterruptedException {
    Consumer<Rounds> sink = Objects.requireNonNull(rounds);
    var lines = new RoundLines();
    Map<String, RunnerProcess.LineParser<Optional<Seen>>> parsers =
        Map.of(
            "round",
            line -> {
              lines.add(line);
              return Optional.empty();
            },
            "slot",
            line -> {
              sink.accept(lines.before(line));
              return Optional.of(Seen.of(line));
            });
    Optional<Seen> seen = Optional.empty();
    while (seen.isEmpty()) {
      seen = process.read(parsers, limit);
    }
    return seen.get();
  }

  /**
   * A slot and how much of its arrays stood on the pages that were asked for, on the side that got
   * less.
   */
  private record Seen(Slot slot, long wishedBytes) {
    static Seen of(ProtocolLine line) throws MalformedLineException {
      return new Seen(line.slot(), Math.max(line.hugeBytes(), line.colouredBytes()));
    }
  }
}
