package org.switchlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
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
import org.switchlab.table.Column;
import org.switchlab.table.Unit;

/** Programs that keep to the protocol, and those that do not. */
class ProgramIT {

  private static final List<Column> MEASURES =
      List.of(
          Column.number("lateNs", Unit.NS, "late"), Column.number("bytes", Unit.COUNT, "bytes"));

  @TempDir Path folder;
  private Footprint before;

  @BeforeEach
  void takeFootprint() throws IOException {
    before = Footprint.now();
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    before.assertNothingAdded();
  }

  private static int cpu() {
    return Affinity.allowed().getLast();
  }

  private Program script(String body, Duration silence) throws IOException, RunnerException {
    Path file = folder.resolve("program");
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return Program.of(List.of(file.toString()), silence);
  }

  private List<Map<String, Double>> run(String body, String... arguments) throws Exception {
    return script(body, Duration.ofSeconds(20)).run(List.of(arguments), cpu(), MEASURES, MEASURES);
  }

  @Test
  void observationsAreReadInOrder() throws Exception {
    assertThat(
            run(
                "echo hello; echo 'observation lateNs=1.5e3 bytes=7'; echo;"
                    + " echo ' observation  bytes=8 '; echo done"))
        .containsExactly(Map.of("lateNs", 1500.0, "bytes", 7.0), Map.of("bytes", 8.0));
  }

  @Test
  void itIsGivenItsArgumentsAndAnEmptyInput() throws Exception {
    assertThat(
            run(
                "read nothing; echo \"observation lateNs=$2 bytes=$#\"; echo done",
                "--sleep-ns",
                "1000"))
        .containsExactly(Map.of("lateNs", 1000.0, "bytes", 2.0));
  }

  @Test
  void itRunsOnOneCpuFromItsFirstInstruction() throws Exception {
    assertThat(run("echo observation lateNs=$(nproc) bytes=0; echo done"))
        .containsExactly(Map.of("lateNs", 1.0, "bytes", 0.0));
  }

  static Stream<Arguments> misdeeds() {
    String good = "echo observation lateNs=1 bytes=2; ";
    return Stream.of(
        Arguments.of("echo observation lat=3", "unknown key 'lat' in the line 'observation lat=3'"),
        Arguments.of("echo observation lateNs=fast", "lateNs is 'fast' and no number in the line"),
        Arguments.of("echo observation lateNs=NaN", "lateNs is 'NaN' and no number"),
        Arguments.of("echo observation lateNs=1 lateNs=2", "a key twice"),
        Arguments.of("echo observation", "no key=value in the line 'observation'"),
        Arguments.of(good + "echo done; " + good, "an observation after 'done'"),
        Arguments.of(good, "ended without the line 'done'"),
        Arguments.of("echo done", "observed nothing: print"),
        Arguments.of("echo observation lateNs=1; echo done", "observed no bytes: print"),
        Arguments.of(good + "echo done; exit 3", "exited with code 3: run it by hand"),
        Arguments.of(
            "echo oh dear; echo hm >&2; exit 1", "it also said: oh dear; its stderr ends: hm"),
        Arguments.of("kill -SEGV $$", "was killed by SIGSEGV"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("misdeeds")
  void whatBreaksTheProtocolIsRefusedByName(String body, String why) {
    assertThatThrownBy(() -> run(body))
        .isInstanceOf(RunnerException.class)
        .hasMessageStartingWith("the program " + folder.resolve("program"))
        .hasMessageContaining(why);
  }

  @Test
  void silenceEndsIt() throws Exception {
    Program hangs = script("echo observation lateNs=1 bytes=1; sleep 1000", Duration.ofMillis(300));
    assertThatThrownBy(() -> hangs.run(List.of(), cpu(), MEASURES, MEASURES))
        .hasMessageContaining("said nothing for 0.3 s: print each observation at once");
  }

  @Test
  void anInterruptEndsItAtOnceWithAllItStarted() throws Exception {
    Program hangs = script("sleep 1000 & echo $! > $0.pid; sleep 1000", Duration.ofSeconds(60));
    var thrown = new AtomicReference<Exception>();
    Thread thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    hangs.run(List.of(), cpu(), MEASURES, MEASURES);
                  } catch (RunnerException | InterruptedException e) {
                    thrown.set(e);
                  }
                });
    Path pid = folder.resolve("program.pid");
    while (!Files.exists(pid) || Files.readString(pid).isBlank()) {
      Thread.sleep(5);
    }
    thread.interrupt();
    thread.join(Duration.ofSeconds(5));
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    Footprint.awaitDead(Long.parseLong(Files.readString(pid).strip()));
  }

  @Test
  void aProgramThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> Program.of(List.of("no-such-program"), Program.SILENCE))
        .hasMessage(
            "there is no program 'no-such-program' on PATH: install it, or give the path of its file");
    assertThatThrownBy(() -> Program.of(List.of("./no-such-program"), Program.SILENCE))
        .hasMessageContaining("check its path, and chmod u+x it");
  }
}
