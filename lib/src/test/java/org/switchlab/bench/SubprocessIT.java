package org.switchlab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.switchlab.os.Footprint;
import org.switchlab.os.Signal;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SubprocessIT {

  private static final Path SHELL = Path.of("/bin/sh");
  private static final Duration LONG = Duration.ofSeconds(50);

  @Test
  void linesGoToAndFroAndTheRestComesWithTheEnd() throws Exception {
    String script = "read -r word; echo $word; echo two; echo three >&2; exit 3";
    Footprint before = Footprint.now();
    try (Subprocess process = Subprocess.start(SHELL, List.of("-c", script))) {
      process.send("ä");
      assertThat(process.line(LONG)).isEqualTo("ä");
      Subprocess.End end = process.end(LONG);
      assertThat(end.exit().code()).hasValue(3);
      assertThat(end.output()).isEqualTo("two\nthree\n");
      assertThat(end.lastLine()).isEqualTo("three");
    }
    before.assertNothingAdded();
  }

  @Test
  void aProgramThatEndsEarlyIsQuoted() {
    try (Subprocess process = Subprocess.start(SHELL, List.of("-c", "printf 'out of paper'"))) {
      assertThatThrownBy(() -> process.line(LONG))
          .isInstanceOf(NotMeasurableException.class)
          .hasMessageContaining("ended early: out of paper");
    }
  }

  @Test
  void aSilentProgramEndsByTheLimit() throws Exception {
    Footprint before = Footprint.now();
    try (Subprocess process = Subprocess.start(SHELL, List.of("-c", "sleep 600"))) {
      assertThatThrownBy(() -> process.end(Duration.ofMillis(50)))
          .isInstanceOf(NotMeasurableException.class)
          .hasMessageContaining("silent");
    }
    before.assertNothingAdded();
  }

  @Test
  void anInterruptLeavesNoProcessOfTheGroup() throws Exception {
    Footprint before = Footprint.now();
    var grandchild = new CompletableFuture<Long>();
    var ended = new CompletableFuture<Throwable>();
    Thread caller =
        Thread.ofPlatform()
            .start(
                () -> {
                  try (Subprocess process =
                      Subprocess.start(SHELL, List.of("-c", "sleep 600 & echo $!; wait"))) {
                    grandchild.complete(Long.valueOf(process.line(LONG)));
                    process.end(LONG);
                  } catch (Exception e) {
                    ended.complete(e);
                  }
                });
    long pid = grandchild.get();

    caller.interrupt();

    assertThat(ended.get()).isInstanceOf(InterruptedException.class);
    caller.join();
    before.assertNothingAdded();
    Footprint.awaitDead(pid);
  }

  @Test
  void aProgramThatIsAskedToStopCanClearUp() throws Exception {
    String script = "trap 'exit 5' INT; echo ready; while :; do sleep 0.05; done";
    try (Subprocess process = Subprocess.start(SHELL, List.of("-c", script))) {
      assertThat(process.line(LONG)).isEqualTo("ready");
      process.stop(Signal.SIGINT, LONG);
      assertThat(process.end(LONG).exit().code()).hasValue(5);
    }
  }
}
