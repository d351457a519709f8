package org.switchlab.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever dies, nobody is left behind and the survivor names the cause. */
class DeathIT {

  /** Endless by any test's patience. */
  private static final String ENDLESS =
      "pipe-pair --array-bytes 4096 --stride-bytes 8 --seed 1 --couples 1000000 --rounds 2000";

  private static final String SHORT =
      "pipe-pair --array-bytes 0 --stride-bytes 0 --seed 1 --couples 2000 --rounds 50";

  /** In the background a shell would give it an empty stdin. */
  private static final String ON_THE_TESTS_STDIN = "exec 3<&0; \"$@\" <&3 & wait";

  /** On a pipe the end shows by itself; who waits for memory to change is told by a signal. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "pipe-pair",
        "socketpair-process",
        "eventfd-process",
        "futex-process",
        "sched-yield-process"
      })
  void aPeerKilledMidBatchIsNamedWithItsSignal(String subject) throws Exception {
    try (var runner = StartedRunner.start(ENDLESS.replace("pipe-pair", subject))) {
      long peer = peerOf(runner);
      runner.line();
      runner.line();
      kill(peer);
      runner.lines();
      assertThat(runner.errors())
          .contains("the peer, pid " + peer + ", was killed by signal 9 (Killed)")
          .contains("out-of-memory");
      assertThat(runner.exitCode()).isEqualTo(1);
      assertThat(ProcessHandle.of(peer)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pipe-pair", "socketpair-process", "eventfd-process"})
  void aPeerKilledInAStampedSlotIsNamedToo(String subject) throws Exception {
    try (var runner =
        StartedRunner.start(
            "stamped "
                + subject
                + " --array-bytes 4096 --stride-bytes 8 --seed 1 --slots 1000000"
                + " --slot-ns 10000000 --block-ns 1000000")) {
      long peer = peerOf(runner);
      assertThat(runner.line().keyword()).isEqualTo("ready");
      assertThat(runner.line().keyword()).isEqualTo("slot");
      kill(peer);
      runner.lines();
      assertThat(runner.errors())
          .contains("the peer, pid " + peer + ", was killed by signal 9 (Killed)");
      assertThat(runner.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void aPeerKilledBetweenCommandsIsNamedAtOnce() throws Exception {
    try (var runner = StartedRunner.start("drive --array-bytes 0 --stride-bytes 0 --seed 1")) {
      long peer = peerOf(runner);
      runner.line();
      kill(peer);
      assertThat(runner.errors()).contains("was killed by signal 9");
      assertThat(runner.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void aKilledRunnerTakesItsPeerAlong() throws Exception {
    try (var runner = StartedRunner.start(ENDLESS)) {
      long peer = peerOf(runner);
      runner.line();
      runner.handle().destroyForcibly();
      runner.exitCode();
      Processes.awaitEnd(peer);
    }
  }

  @Test
  void aLostReaderIsAFailedWrite() throws Exception {
    try (var runner = StartedRunner.start(ENDLESS)) {
      long peer = peerOf(runner);
      runner.closeOutput();
      assertThat(runner.errors()).contains("write(stdout) failed: Broken pipe (errno 32)");
      assertThat(runner.exitCode()).isEqualTo(1);
      Processes.awaitEnd(peer);
    }
  }

  @Test
  void withTheHandshakeItDiesWithItsController() throws Exception {
    try (var shell = startUnderAShell(ON_THE_TESTS_STDIN, ENDLESS + " --handshake")) {
      long runner = shell.line().number("pid");
      shell.handle().destroyForcibly();
      shell.exitCode();
      Processes.awaitEnd(runner);
    }
  }

  /** Its output goes to a file, as under nohup. */
  @Test
  void withoutItARunnerStartedByHandOutlivesItsShell(@TempDir Path folder) throws Exception {
    Path output = folder.resolve("output");
    String script = "\"$@\" > '%s' & echo started pid=$!; wait".formatted(output);
    try (var shell = startUnderAShell(script, SHORT)) {
      long runner = shell.line().number("pid");
      shell.handle().destroyForcibly();
      shell.exitCode();
      Processes.awaitEnd(runner);
      assertThat(Files.readAllLines(output).getLast()).isEqualTo("done couples=2000");
    }
  }

  private static StartedRunner startUnderAShell(String script, String arguments) {
    List<String> command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
    command.addAll(StartedRunner.command(NativeBuild.runner(), arguments));
    return StartedRunner.startCommand(command);
  }

  private static long peerOf(StartedRunner runner) {
    assertThat(runner.line().keyword()).isEqualTo("hello");
    return runner.line().number("pid");
  }

  private static void kill(long pid) {
    assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
  }
}
