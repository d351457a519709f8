package org.switchlab.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchlab.emulator.EmulatedProgram.Outcome;
import org.switchlab.emulator.EmulatedProgram.Part;

/** Ordinary programs, linked as this system links them, counted without a machine. */
class EmulatedProgramIT {

  private static final String USER = "user";

  /**
   * Loops of so many turns in two regions: the second calls a function through a pointer in each. A
   * third argument lets a timer interrupt them.
   */
  private static final String SOURCE =
      """
      #include <pthread.h>
      #include <signal.h>
      #include <string.h>
      #include <sys/time.h>
      #include "region.h"
      static volatile sig_atomic_t signals;
      static void on_signal(int number) { signals++; }
      static void *nothing(void *argument) { return argument; }
      __attribute__((noinline)) static void called(void) { __asm__ volatile("" ::: "memory"); }
      static void (*volatile pointer)(void) = called;
      static int signals_in_first, signals_in_second;
      static void loops(long turns) {
        region_open();
        region_begin();
        for (long i = 0; i < turns; i++)
          __asm__ volatile("" ::: "memory");
        region_end();
        signals_in_first = signals;
        region_begin();
        signals = 0;
        for (long i = 0; i < turns; i++)
          pointer();
        signals_in_second = signals;
        region_end();
      }
      static void interrupt(void) {
        struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
        sigaction(SIGALRM, &action, NULL);
        struct itimerval every = {{0, 2000}, {0, 2000}};
        setitimer(ITIMER_REAL, &every, NULL);
      }
      int main(int argc, char **argv) {
        const char *what = argc > 2 ? argv[2] : "";
        if (strcmp(what, "thread") == 0) {
          pthread_t thread;
          pthread_create(&thread, NULL, nothing, NULL);
          pthread_join(thread, NULL);
        }
        if (strcmp(what, "interrupted") == 0)
          interrupt();
        if (strcmp(what, "unmarked") != 0)
          loops(atol(argv[1]));
        printf("%s %d\\n", getenv("WORD"), signals_in_second);
        fprintf(stderr, "complaint\\n");
        return 7;
      }
      """;

  @TempDir static Path folder;
  private static String program = "";

  @BeforeAll
  static void compile() throws Exception {
    Tool.require("qemu-x86_64", "qemu-user");
    Path headers =
        List.of(Path.of("src/main/c/guest"), Path.of("lib/src/main/c/guest")).stream()
            .filter(Files::isDirectory)
            .findFirst()
            .orElseThrow();
    Path source = Files.writeString(folder.resolve("program.c"), SOURCE);
    program = folder.resolve("program").toString();
    Tool.Outcome compiled =
        Tool.run(
            List.of(
                "sh",
                "-c",
                "cc -O1 -pthread -I '%s' -o '%s' '%s'".formatted(headers, program, source)));
    assumeTrue(compiled.exitCode() == 0, "no C compiler here: " + compiled.text());
  }

  @BeforeEach
  void requirePlugin() {
    Tool.plugin();
  }

  @Test
  void eachMarkedStretchIsCountedByItself() throws Exception {
    Outcome few = count("1000");
    Outcome many = count("3000");
    assertThat(few.counts()).hasSize(2);
    assertThat(difference("branches", 0, few, many)).isEqualTo(2000);
    assertThat(difference("conditional-branches", 0, few, many)).isEqualTo(2000);
    // A turn of the first is an addition or two, a comparison and its branch.
    assertThat(difference("instructions", 0, few, many)).isBetween(2L * 2000, 4L * 2000);
    assertThat(difference("indirect-branches", 1, few, many)).isEqualTo(2000);
    assertThat(difference("returns", 1, few, many)).isEqualTo(2000);
    assertThat(difference("branch-misses", 1, few, many)).isZero();
    assertThat(difference("l1d-misses", 1, few, many)).isZero();
  }

  @Test
  void theProgramRunsAsAnyDoes() throws Exception {
    Outcome outcome = count("10");
    assertThat(outcome.exitCode()).isEqualTo(7);
    assertThat(new String(outcome.output(), UTF_8)).isEqualTo("word 0\n");
    assertThat(outcome.errors()).isEqualTo("complaint\n");
  }

  @Test
  void theSameProgramGivesTheSameCounts() throws Exception {
    assertThat(whole("500").counts()).hasSize(1).isEqualTo(whole("500").counts());
  }

  /**
   * A branch before a signal is done when the handler has returned: neither lost, nor counted
   * twice, nor taken for one that went to the handler.
   */
  @Test
  void signalsAreNoBranches() throws Exception {
    long turns = 2_000_000;
    Outcome outcome = count(Long.toString(turns), "interrupted");
    long signals = Long.parseLong(new String(outcome.output(), UTF_8).strip().split(" ", -1)[1]);
    assumeTrue(signals > 0, "this machine was too fast to be interrupted");
    Outcome undisturbed = count(Long.toString(turns));
    for (int region = 0; region < 2; region++) {
      for (String event : List.of("conditional-branches", "indirect-branches")) {
        assertThat(sum(outcome, region, event))
            .as(event)
            .isEqualTo(sum(undisturbed, region, event));
      }
      assertThat(sum(outcome, region, "conditional-misses"))
          .isEqualTo(sum(undisturbed, region, "conditional-misses"));
    }
    // Each handler returns by itself, to where nothing was called.
    assertThat(sum(outcome, 1, "returns") - sum(undisturbed, 1, "returns")).isEqualTo(signals);
  }

  @Test
  void withoutAPredictorBranchesAreNotCounted() throws Exception {
    Outcome outcome =
        EmulatedProgram.count(
            List.of(program, "10"), Map.of(), Presets.paper(), Part.WHOLE, Duration.ofMinutes(5));
    assertThat(outcome.counts().getFirst().sum("instructions", USER)).isPresent();
    assertThat(outcome.counts().getFirst().sum("branches", USER)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10 thread | count a program of one thread",
        "10 unmarked | without a whole marked stretch; call region_begin() and region_end()",
      })
  void whatCannotBeCountedIsToldWithWhatWouldDo(String arguments, String complaint) {
    assertThatThrownBy(() -> count(arguments.split(" ", -1)))
        .isInstanceOf(EmulatorException.class)
        .hasMessageContaining(complaint);
  }

  @Test
  void aProgramThatDoesNotEndIsEnded() {
    assertThatThrownBy(
            () ->
                EmulatedProgram.count(
                    List.of(program, "1000000000000"),
                    Map.of(),
                    Presets.paper(),
                    Part.MARKED,
                    Duration.ofMillis(300)))
        .isInstanceOf(EmulatorException.class)
        .hasMessageContaining("did not end within");
  }

  @Test
  void withoutTheEmulatorItSaysWhatToType() {
    assertThatThrownBy(() -> EmulatedProgram.onPath("/nowhere", Presets.paper()))
        .isInstanceOf(NoEmulatorException.class)
        .hasMessageContaining("sudo apt install qemu-user");
  }

  @Test
  void aProgramThatIsNotThereIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmulatedProgram.count(List.of("no-such"), Map.of(), Presets.paper()))
        .withMessageContaining("there is no program 'no-such'");
  }

  private static long difference(String event, int region, Outcome from, Outcome to) {
    return sum(to, region, event) - sum(from, region, event);
  }

  private static long sum(Outcome outcome, int region, String event) {
    return outcome.counts().get(region).sum(event, USER).orElseThrow();
  }

  private static Outcome count(String... arguments) throws InterruptedException {
    return counted(Part.MARKED, arguments);
  }

  private static Outcome whole(String... arguments) throws InterruptedException {
    return counted(Part.WHOLE, arguments);
  }

  private static Outcome counted(Part part, String... arguments) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    Geometry geometry = Presets.paper().change().branches(BranchPredictor.bimodal()).build();
    return EmulatedProgram.count(
        command, Map.of("WORD", "word"), geometry, part, Duration.ofMinutes(5));
  }
}
