package org.switchlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.switchlab.os.Affinity;
import org.switchlab.os.Footprint;
import org.switchlab.plan.Point;
import org.switchlab.run.RunnerException.Stage;
import org.switchlab.sample.Couple;

/** Whatever a runner does, and whenever: the cause is named and nothing is left. */
class MisbehaviourIT {

  private static final Duration SHORT = Duration.ofMillis(400);
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir Path directory;
  private Footprint before;

  @BeforeEach
  void takeFootprint() throws IOException {
    before = Footprint.now();
  }

  @AfterEach
  void nothingIsLeft() throws IOException, InterruptedException {
    before.assertNothingAdded();
    StandIn.assertNoPeerLeft(directory.resolve("stand-in"));
  }

  private static List<Couple> measure(Path runner, Launcher.TimeLimits limits)
      throws RunnerException, InterruptedException {
    int cpu = Affinity.allowed().getLast();
    var job = new ProcessJob(Point.direct("pipe-pair"), 0, 1, 2, 1_000_000, 0, cpu);
    var couples = new ArrayList<Couple>();
    try {
      new NativeRunner(runner, limits).measure(job, couples::add);
    } catch (RunnerException e) {
      e.addSuppressed(new AssertionError("couples: " + couples.size()));
      throw e;
    }
    return couples;
  }

  /** Short in one stage, so that a hang there shows soon, and patient in the others. */
  private static Launcher.TimeLimits shortIn(Stage stage) {
    return new Launcher.TimeLimits(
        stage == Stage.STARTING ? SHORT : LONG,
        stage == Stage.PREPARING ? SHORT : LONG,
        stage == Stage.RUNNING ? SHORT : LONG,
        1);
  }

  private static Launcher.TimeLimits patient() {
    return new Launcher.TimeLimits(LONG, LONG, LONG, 1);
  }

  static Stream<Arguments> misdeeds() {
    return Arrays.stream(Stage.values())
        .flatMap(
            stage ->
                Stream.of(
                    Arguments.of(stage, "kill -KILL $$", "was killed by SIGKILL, by the kernel"),
                    Arguments.of(stage, "kill -SEGV $$", "was killed by SIGSEGV: it crashed"),
                    Arguments.of(stage, "kill -XCPU $$", "RLIMIT_RTTIME"),
                    Arguments.of(stage, "kill -TERM $$", "SIGTERM: somebody sent that"),
                    Arguments.of(stage, "exit 0", "exited with code 0"),
                    Arguments.of(
                        stage,
                        "echo out of luck >&2; exit 3",
                        "code 3; its stderr ends: out of luck"),
                    Arguments.of(stage, "echo '<html>'", "wrote nonsense: no '"),
                    Arguments.of(stage, "echo a b", "in the line 'a b'"),
                    Arguments.of(stage, "endless x", "wrote nonsense: no '"),
                    Arguments.of(stage, "exec tr '\\0' y < /dev/zero", "more than 4096 bytes"),
                    Arguments.of(stage, "endless moan | head -c 3000000 >&2; exit 4", "moanmoan")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("misdeeds")
  void theCauseIsNamed(Stage stage, String misdeed, String cause) throws IOException {
    Path runner = StandIn.until(stage, misdeed, directory);
    assertThatThrownBy(() -> measure(runner, patient()))
        .isInstanceOf(RunnerException.class)
        .hasMessageContaining("the runner failed while " + stage + ": it ")
        .hasMessageContaining(cause)
        .message()
        .hasSizeLessThan(3_000);
  }

  static Stream<Arguments> hangs() {
    return Arrays.stream(Stage.values())
        .flatMap(
            stage ->
                Stream.of(
                    Arguments.of(stage, "exec sleep 1000", "it hung: silent for 0.4 s"),
                    Arguments.of(stage, "while :; do :; done", "it hung: silent for 0.4 s"),
                    Arguments.of(stage, "endless moan >&2", "it hung: silent for 0.4 s"),
                    Arguments.of(
                        stage,
                        "while :; do printf x; sleep 0.05; done",
                        "it hung: silent for 0.4 s"),
                    Arguments.of(
                        stage,
                        "trap '' TERM INT HUP; exec sleep 1000",
                        "it hung: silent for 0.4 s"),
                    Arguments.of(
                        stage, "exec >&-; exec sleep 1000", "it closed its output and goes on")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("hangs")
  void aHangEnds(Stage stage, String misdeed, String cause) throws IOException {
    Path runner = StandIn.until(stage, misdeed, directory);
    assertThatThrownBy(() -> measure(runner, shortIn(stage)))
        .isInstanceOf(RunnerException.class)
        .hasMessageContaining("while " + stage)
        .hasMessageContaining(cause);
  }

  @Test
  void couplesCompletedBeforeAFailureAreHandedOver() throws IOException {
    Path runner = StandIn.until(Stage.RUNNING, "batch 1 0 single 0; exit 1", directory);
    assertThatThrownBy(() -> measure(runner, patient()))
        .hasMessageContaining("while running: it exited with code 1")
        .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessage("couples: 1"));
  }

  static Stream<Arguments> wrongSequences() {
    return Stream.of(
        Arguments.of(
            "batch 1 0 pair 200; batch 1 1 pair 200", "two batches of the same flow: PAIR"),
        Arguments.of("batch 2 0 pair 200", "batch 0 of couple 2 where batch 0 of couple 1 is due"),
        Arguments.of("batch 1 1 pair 200", "batch 1 of couple 1 where batch 0 of couple 1 is due"),
        Arguments.of("echo done couples=1", "no 'batch' in the line 'done couples=1'"));
  }

  @ParameterizedTest
  @MethodSource("wrongSequences")
  void batchesOutOfPlaceAreRefused(String lines, String cause) throws IOException {
    Path runner = StandIn.until(Stage.RUNNING, lines + "; read end", directory);
    assertThatThrownBy(() -> measure(runner, patient())).hasMessageContaining(cause);
  }

  static Stream<Arguments> badEndings() {
    String rest = "batch 1 0 single 0; batch 1 1 pair 200; echo done couples=2; ";
    return Stream.of(
        Arguments.of(rest + "exit 5", "it exited with code 5"),
        Arguments.of(rest + "echo and another thing", "after the last line"),
        Arguments.of(rest + "exec sleep 1000", "it hung"));
  }

  @ParameterizedTest
  @MethodSource("badEndings")
  void aBadEndingIsAFailure(String script, String cause) throws IOException {
    Path runner = StandIn.until(Stage.RUNNING, script, directory);
    assertThatThrownBy(() -> measure(runner, shortIn(Stage.RUNNING))).hasMessageContaining(cause);
  }

  @Test
  void aGoodStandInIsMeasured() throws Exception {
    Path runner =
        StandIn.until(
            Stage.RUNNING,
            "batch 1 0 single 0; batch 1 1 pair 200; echo done couples=2",
            directory);
    List<Couple> couples = measure(runner, Launcher.TimeLimits.MEASURING);
    assertThat(couples).extracting(Couple::index).containsExactly(0, 1);
    assertThat(couples).extracting(Couple::pairFirst).containsExactly(true, false);
  }

  @Test
  void anotherProtocolIsRefused() throws IOException {
    Path runner = StandIn.until(Stage.STARTING, "echo hello protocol=2 pid=1; read x", directory);
    assertThatThrownBy(() -> measure(runner, Launcher.TimeLimits.MEASURING))
        .hasMessageContaining("speaks protocol 2 and this library 1");
  }

  @Test
  void aRunnerThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> measure(directory.resolve("gone"), Launcher.TimeLimits.MEASURING))
        .isInstanceOf(RunnerException.class)
        .hasMessageContaining("while starting: posix_spawn(")
        .hasMessageContaining("ENOENT");
  }
}
