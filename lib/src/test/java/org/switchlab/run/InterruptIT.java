package org.switchlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.switchlab.os.Affinity;
import org.switchlab.os.Footprint;
import org.switchlab.plan.Point;

class InterruptIT {

  private static final int TIMES = 50;
  private static final long LATEST_NS = 30_000_000;

  private final ProcessJob endless =
      new ProcessJob(
          new Point("pipe-pair", 4096, 64),
          0,
          1,
          1_000_000,
          1_000_000,
          0,
          Affinity.allowed().getLast());

  /** The seed is new each time and part of the failure's text. */
  @Test
  void interruptsAtRandomMomentsLeaveNothing() throws Exception {
    long seed = new SplittableRandom().nextLong();
    var random = new SplittableRandom(seed);
    NativeRunner runner = NativeRunner.create();
    Footprint before = Footprint.now();
    long filesBefore = temporaryFiles();
    for (int i = 0; i < TIMES; i++) {
      Throwable end = interruptedAfter(runner, random.nextLong(LATEST_NS));
      assertThat(end).as("seed %d, run %d", seed, i).isInstanceOf(InterruptedException.class);
      before.assertNothingAdded();
    }
    assertThat(temporaryFiles()).as("seed %d: files of the runner", seed).isEqualTo(filesBefore);
    assertThat(runnersAlive()).as("seed %d: runners alive", seed).isZero();
  }

  private Throwable interruptedAfter(Runner runner, long delayNs) throws Exception {
    var ended = new CompletableFuture<Throwable>();
    Thread thread = Thread.ofPlatform().start(() -> ended.complete(failureOf(runner)));
    Thread.sleep(Duration.ofNanos(delayNs));
    thread.interrupt();
    Throwable end = ended.get(1, TimeUnit.MINUTES);
    thread.join();
    return end;
  }

  private Throwable failureOf(Runner runner) {
    try {
      runner.measure(endless, couple -> {});
      return new AssertionError("a million couples were measured");
    } catch (RunnerException | InterruptedException | RuntimeException e) {
      return e;
    }
  }

  private static long temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().contains("switchlab-runner"))
          .count();
    }
  }

  private static long runnersAlive() {
    long self = ProcessHandle.current().pid();
    return ProcessHandle.current()
        .descendants()
        .filter(p -> p.pid() != self && isRunner(p))
        .count();
  }

  private static boolean isRunner(ProcessHandle process) {
    return process
        .info()
        .command()
        .filter(command -> command.contains("switchlab-runner"))
        .isPresent();
  }
}
