package org.switchlab.counter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.emulator.CacheModel;
import org.switchlab.emulator.NoEmulatorException;
import org.switchlab.emulator.Presets;
import org.switchlab.run.Progress;

/** Programs on the emulated machine: what they do, say and cost. */
class EmulatedCountIT {

  private static final String SOURCE =
      """
      #include <stdio.h>
      #include <stdlib.h>
      #include <string.h>
      static volatile char memory[1 << 20];
      int main(int argc, char **argv) {
        long steps = atol(argv[1]);
        for (long i = 0; i < steps; i++)
          memory[i * 64] = 1;
        if (argc > 2 && strcmp(argv[2], "crash") == 0)
          *(volatile int *)8 = 1;
        printf("argument %s, input %d\\n", argv[1], getchar());
        fprintf(stderr, "complaint\\n");
        return 7;
      }
      """;

  @TempDir static Path folder;
  private static Path program;

  @BeforeAll
  static void compile() throws IOException, InterruptedException {
    Path source = Files.writeString(folder.resolve("program.c"), SOURCE);
    program = folder.resolve("program");
    Process compiler =
        new ProcessBuilder("cc", "-O1", "-static", "-o", program.toString(), source.toString())
            .redirectErrorStream(true)
            .start();
    assumeTrue(compiler.waitFor() == 0, "no C compiler with a static libc here");
  }

  @Test
  void theProgramRunsAsAnyDoes() {
    CommandCount count = count(CacheModel.ALL, "3");
    assertThat(new String(count.output(), UTF_8)).isEqualTo("complaint\nargument 3, input -1\n");
    assertThat(count.counts().exitCode()).isEqualTo(7);
    assertThat(count.counts().source()).isEqualTo("emulated");
    assertThat(count.counts().rows())
        .extracting(ProgramCounts.Row::event)
        .contains("instructions", "l1i-misses", "l1d-accesses", "l1d-misses", "dtlb-misses");
  }

  @Test
  void aSignalIsToldAsAShellTellsIt() {
    assertThat(count(CacheModel.ALL, "0", "crash").counts().exitCode()).isEqualTo(128 + 11);
  }

  @Test
  void eachStepMissesOnceAndEachPageOnce() {
    ProgramCounts few = count(CacheModel.USER, "1000").counts();
    ProgramCounts many = count(CacheModel.USER, "9000").counts();
    assertThat(difference("l1d-accesses", few, many)).isEqualTo(8000);
    // 8000 lines on 125 pages, and what they drive out that the program uses again.
    assertThat(difference("l1d-misses", few, many)).isBetween(7990L, 8100L);
    assertThat(difference("dtlb-misses", few, many)).isBetween(125L, 150L);
    // As many instructions a step. The store that faults is attempted twice and counted once: were
    // it
    // not so, there would be 125 more.
    assertThat(difference("instructions", few, many) % 8000).isBetween(0L, 20L);
  }

  @Test
  void theSameProgramGivesTheSameCounts() {
    assertThat(count(CacheModel.ALL, "50").counts())
        .isEqualTo(count(CacheModel.ALL, "50").counts());
  }

  @Test
  void aProgramThatDoesNotEndIsEnded() {
    assertThatThrownBy(() -> count(Duration.ofMillis(200), CacheModel.ALL, "1"))
        .isInstanceOf(CounterException.class)
        .hasMessageContaining("said nothing for");
  }

  private static long difference(String event, ProgramCounts from, ProgramCounts to) {
    var user = Space.USER;
    return to.value(event, user).orElseThrow() - from.value(event, user).orElseThrow();
  }

  private static CommandCount count(CacheModel model, String... arguments) {
    return count(Duration.ofMinutes(2), model, arguments);
  }

  private static CommandCount count(Duration limit, CacheModel model, String... arguments) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    try {
      return CommandCount.emulate(command, Presets.paper(), model, limit, Progress.Listener.SILENT);
    } catch (CounterException e) {
      if (e.getCause() instanceof NoEmulatorException) {
        return abort("no emulated machine here: " + e.getMessage());
      }
      throw e;
    }
  }
}
