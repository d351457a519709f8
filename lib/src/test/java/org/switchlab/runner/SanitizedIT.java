package org.switchlab.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same sources under the address and undefined-behaviour sanitizers. */
class SanitizedIT {

  private static final String SLOTS = " --slots 2 --slot-ns 1000000 --block-ns 100000";

  @BeforeEach
  void needsSanitizers() {
    assumeTrue(
        Files.isExecutable(NativeBuild.sanitizedRunner()),
        "the compiler has no sanitizers (Debian: libgcc-dev; Fedora: libasan libubsan)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pipe-pair --array-bytes 0 --stride-bytes 0 --seed 1 --couples 10 --rounds 20",
        "pipe-pair --array-bytes 8 --stride-bytes 8 --seed -5 --couples 3 --batch-ns 1000",
        "pipe-pair --array-bytes 65544 --stride-bytes 24 --seed 2 --couples 3 --batch-ns 100000",
        "call --array-bytes 64 --stride-bytes 8 --seed 1 --couples 3 --rounds 20",
        "register --array-bytes 64 --stride-bytes 8 --seed 1 --couples 3 --rounds 20",
        "gthread-register --array-bytes 64 --stride-bytes 8 --seed 2 --couples 3 --rounds 20",
        "pipe-thread --array-bytes 64 --stride-bytes 8 --seed 1 --couples 3 --rounds 20",
        "futex-thread --array-bytes 64 --stride-bytes 8 --seed 1 --couples 3 --rounds 20",
        "futex-process --array-bytes 64 --stride-bytes 8 --seed 1 --couples 3 --rounds 20",
        "eventfd-process --array-bytes 64 --stride-bytes 8 --seed 1 --couples 3 --rounds 20",
        "socketpair-process --array-bytes 64 --stride-bytes 8 --seed 1 --couples 3 --rounds 20",
        "sched-yield-thread --array-bytes 64 --stride-bytes 8 --seed 1 --couples 3 --rounds 20",
        "pipe-pair-shared-array --array-bytes 4096 --stride-bytes 8 --seed 2 --couples 2 --rounds"
            + " 9",
        "timeline --array-bytes 4096 --stride-bytes 64 --seed 3 --rounds 1000",
        "timeline --array-bytes 0 --stride-bytes 0 --seed 3 --rounds 1",
        "stamped pipe-pair --array-bytes 0 --stride-bytes 0 --seed 1" + SLOTS,
        "stamped pipe-pair --array-bytes 65544 --stride-bytes 24 --seed 2 --keep-rounds" + SLOTS,
        "stamped pipe-pair --array-bytes 65544 --stride-bytes 24 --seed 2 --order random" + SLOTS,
        "stamped pipe-pair --array-bytes 4096 --stride-bytes 8 --seed 2 --pages coloured" + SLOTS,
        "stamped pipe-thread --array-bytes 4096 --stride-bytes 8 --seed 3" + SLOTS,
        "stamped eventfd-process --array-bytes 64 --stride-bytes 8 --seed 4" + SLOTS,
        "stamped gthread-register --array-bytes 4096 --stride-bytes 8 --seed -5" + SLOTS,
        "access-pattern --array-bytes 1024 --stride-bytes 24",
        "access-pattern --array-bytes 1000 --stride-bytes 24 --order random",
        "reference --count 3",
        "--help",
        "--version"
      })
  void aRunIsClean(String arguments) throws Exception {
    try (var runner = start(arguments)) {
      runner.lines();
      assertThat(runner.errors()).isEmpty();
      assertThat(runner.exitCode()).isZero();
    }
  }

  /** The sanitizer warns of swapcontext itself; our switches are announced to it. */
  @ParameterizedTest
  @ValueSource(strings = {"ucontext", "gthread", "gthread-nomask", "gthread-noalloc"})
  void aRunOnSwapcontextIsCleanButForTheSanitizersOwnRemark(String subject) throws Exception {
    String point = " --array-bytes 64 --stride-bytes 8 --seed 1 --couples 3 --rounds 20";
    try (var runner = start(subject + point)) {
      runner.lines();
      assertThat(runner.errors().lines())
          .allMatch(line -> line.contains("ASan doesn't fully support makecontext/swapcontext"));
      assertThat(runner.exitCode()).isZero();
    }
  }

  @Test
  void aDrivenSessionIsClean() throws Exception {
    try (var runner = start("drive --array-bytes 4096 --stride-bytes 8 --seed 1 --handshake")) {
      for (String line : List.of("begin", "go", "roundtrips 50", "singles 50", "nonsense")) {
        runner.send(line);
      }
      runner.send("y".repeat(1000));
      for (String line : List.of("counted roundtrips 5", "go", "go")) {
        runner.send(line);
      }
      runner.closeInput();
      assertThat(runner.lines())
          .extracting(Line::keyword)
          .containsExactly(
              "hello",
              "peer",
              "ready",
              "batch",
              "batch",
              "error",
              "error",
              "counting",
              "counted",
              "batch",
              "done");
      assertThat(runner.errors()).isEmpty();
      assertThat(runner.exitCode()).isZero();
    }
  }

  @Test
  void aRefusedArgumentOfAnyLengthIsClean() throws Exception {
    try (var runner = start("reference --count " + "9".repeat(5000))) {
      runner.lines();
      assertThat(runner.errors()).startsWith("switchlab-runner: --count is 9999").hasLineCount(1);
      assertThat(runner.exitCode()).isEqualTo(2);
    }
  }

  private static StartedRunner start(String arguments) {
    return StartedRunner.startCommand(
        StartedRunner.command(NativeBuild.sanitizedRunner(), arguments));
  }
}
