package org.switchlab.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchlab.plan.Rung;

class MainTest {

  @TempDir private Path temporary;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          run fig99                              | there is no experiment 'fig99'
          run --sizes -1K                        | sizes is -1K; it must be a positive multiple of 64 B
          run --sizes 1000                       | multiple of 64
          run --verbose fig99                    | there is no experiment 'fig99'
          run --sizes banana                     | it must be a size, such as
          run --strides 12                       | power of two
          run --sizes 64 --strides 256           | larger than the array
          run --cpu 4711                         | CPU 4711 is not among
          run --precision 0                      | precision is 0; it must be above 0
          run --precision 2                      | precision is 2; it must be above 0
          run --budget 0s                        | 1 ms or more
          run --budget soon                      | it must be a time, such as
          run --scale 0.5                        | only with paper
          run --paper --scale 7                  | scale is 7; it must be
          run --quick --paper                    | quick and paper exclude each other
          run direct-cost --sizes 1K             | direct-cost has no use for --sizes
          run kernel-switch --rungs call         | has no use for --rungs
          run switch-ladder --rungs pipes        | rungs is pipes; it must be one of call
          run switch-ladder --sizes 1K           | has no use for --sizes
          run timeline --sizes 1K,2K             | sizes takes one value, and 2 are given
          run timeline --rounds 0                | rounds is 0
          run kernel-switch --rounds 5           | has no use for --rounds
          run access-pattern --strides 0         | 0 would touch nothing
          run protocols --paper                  | has no use for --paper
          run --seed x                           | seed is 'x'; it must be a number
          frobnicate                             | frobnicate
          """)
  void wrongUsageNamesTheValueAndEndsWithTwo(String args, String told) {
    assertThat(run(args.split(" ", -1))).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains(told).doesNotContain("\tat ");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void anOutputFolderThatCannotBeWrittenFailsBeforeMeasuring() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "x");
    assertThat(run("run", "direct-cost", "--out", file.resolve("below").toString()))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("cannot write the result to " + file.resolve("below"));
  }

  @Test
  void aRefusedFolderIsToldWithoutJavasWords() {
    assertThat(run("run", "fig3", "--out", "/proc/nope")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString())
        .contains("cannot write the result to /proc/nope")
        .doesNotContain("Exception");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void outputThatCannotBeWrittenIsNoSuccess() throws IOException {
    for (String[] command : new String[][] {{"list"}, {"--help"}}) {
      try (var full = new Output(new FileOutputStream("/dev/full"))) {
        var out = new PrintWriter(full, true, UTF_8);
        assertThat(Main.execute(full, out, new PrintWriter(err, true), command))
            .isEqualTo(ExitCode.FAILED);
      }
      assertThat(err.toString()).contains("output could not be written whole: No space left");
    }
  }

  @ParameterizedTest
  @CsvSource({"true, 0", "false, 1", "no-such-program-here, 127", "/etc/passwd, 126"})
  void aCountedCommandsExitCodeIsPassedOn(String command, int exitCode) {
    assertThat(run("count", "--", command)).as("%s", err).isEqualTo(exitCode);
    assertThat(out.toString()).contains("exit code " + exitCode);
  }

  @Test
  void aFailureWithoutAMessageIsASentence() {
    assertThat(Main.sentence(new InterruptedException())).startsWith("interrupted before");
    assertThat(Main.sentence(new IllegalStateException())).contains("--debug");
    assertThat(Main.sentence(new AccessDeniedException("/shared/python.lock")))
        .isEqualTo("no right to use /shared/python.lock");
  }

  @Test
  void debugShowsWhereItFailed() {
    assertThat(run("run", "fig99", "--debug")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("\tat org.switchlab");
  }

  @Test
  void listNamesEveryExperimentWithItsSecondNames() {
    assertThat(run("list")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .contains("kernel-switch", "fig3", "direct-cost", "user-switch", "fig5");
  }

  @Test
  void listsFitATerminalOf80Columns() {
    assertThat(run("list")).isEqualTo(ExitCode.DONE);
    assertThat(run("bench", "--list")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void theMainCommandStandsFirst() {
    assertThat(run("--help")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).containsPattern("Commands:\n  run +Measure[^\n]*\n  list ");
  }

  @Test
  void onlyTheWholeCommandShowsItsExamples() {
    assertThat(run("--help")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("Two commands of the script itself", "Exit codes: 0 done");
    assertThat(run("list", "--help")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).containsOnlyOnce("Two commands of the script itself");
  }

  @Test
  void helpNamesEveryRung() {
    assertThat(run("run", "switch-ladder", "--help")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains(Rung.names());
  }

  @Test
  void anOptionBeforeTheCommandLeavesTheExperimentItsOptions() {
    assertThat(run("--debug", "run", "ladder", "--help")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("the options of switch-ladder", "--rung");
  }

  @Test
  void helpShowsExamples() {
    assertThat(run("run", "--help")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("Examples:", "--precision", "--json", "Ctrl-C");
  }
}
