package org.switchlab.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.emulator.Session.Work;
import org.switchlab.emulator.VirtualPmu.GuestPhase;
import org.switchlab.emulator.VirtualPmu.Outcome;
import org.switchlab.plan.Point;
import org.switchlab.sample.Variant;

/** Bad days of an emulated machine, played by scripts in QEMU's place. */
class SessionIT {

  private static final List<GuestPhase> PHASES =
      List.of(new GuestPhase(Point.direct("pipe-pair"), Variant.PAIR, 10, 1));

  /** A script finds the file of its option "-chardev …id=console,path=FILE" so. */
  private static final String CONSOLE =
      "console=$(echo \"$*\" | sed 's/.*id=console,path=\\([^ ]*\\).*/\\1/')\n";

  @TempDir Path folder;

  @Test
  void aGuestThatDoesItsWorkIsUnderstood() throws Exception {
    Outcome outcome =
        run(
            """
            counts=$(echo "$*" | sed 's/.*,out=\\([^,]*\\),.*/\\1/')
            output=$(echo "$*" | sed 's/.*id=output,path=\\([^ ]*\\).*/\\1/')
            : > "$output"
            echo '{"phase":0,"rows":[{"process":"peer","space":"user","instructions":5}]}' > "$counts"
            echo 'phase number=0 switches=20 switchesExpected=20'
            echo done
            """);
    assertThat(outcome.switches()).containsExactly(20L);
    assertThat(outcome.counts().getFirst().sum("instructions", "user")).hasValue(5);
    assertThat(outcome.counts().getFirst().sum("l2-misses", "user")).isEmpty();
  }

  @Test
  void aPanicIsTold() {
    assertThatThrownBy(
            () ->
                run(CONSOLE + "echo '[ 1.0] Kernel panic - not syncing: no init' > \"$console\"\n"))
        .isInstanceOf(EmulatorException.class)
        .hasMessageContaining("panicked: Kernel panic - not syncing: no init")
        .hasMessageContaining("SWITCHLAB_KERNEL");
  }

  @Test
  void anErrorOfTheGuestIsTold() {
    assertThatThrownBy(() -> run("echo 'error phase 0 ended with status 0x100: mmap failed'"))
        .hasMessageContaining("phase 0 ended with status 0x100: mmap failed");
  }

  @Test
  void aSilentGuestCountsAsHungAndIsEnded() {
    var pid = new AtomicReference<ProcessHandle>();
    assertThatThrownBy(
            () -> {
              try (Session session = start("exec sleep 1000")) {
                pid.set(ProcessHandle.of(session.pid()).orElseThrow());
                session.finish(Duration.ofMillis(300), (phases, switches, counts) -> {});
              }
            })
        .hasMessageContaining("hung");
    assertThat(pid.get().isAlive()).isFalse();
  }

  @Test
  void anInterruptEndsTheMachine() throws Exception {
    try (Session session = start("exec sleep 1000")) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(
              () -> session.finish(Duration.ofMinutes(5), (phases, switches, counts) -> {}))
          .isInstanceOf(InterruptedException.class);
    }
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void aPluginOfAnotherInterfaceIsToldWithTheVersionAndTheRemedy() {
    assertThatThrownBy(
            () ->
                run(
                    """
                    echo 'Could not load plugin x.so: requires API version 1, but this QEMU' \
                      'supports only a minimum version of 3' >&2
                    exit 1
                    """))
        .isInstanceOf(NoEmulatorException.class)
        .hasMessageContaining("QEMU 9.9.9 does not take the plugin")
        .hasMessageContaining("minimum version of 3");
  }

  @Test
  void anEarlyEndIsToldWithItsLastWords() {
    assertThatThrownBy(() -> run("echo 'cannot set up guest memory' >&2; exit 1"))
        .isInstanceOf(EmulatorException.class)
        .hasMessageContaining("ended before the work was done")
        .hasMessageContaining("cannot set up guest memory");
  }

  @Test
  void aStateOfAnotherQemuIsRecognised() {
    assertThatThrownBy(() -> run("echo 'load of migration failed: Invalid argument' >&2; exit 1"))
        .isInstanceOf(Session.StateRefusedException.class);
  }

  private Outcome run(String script) throws Exception {
    try (Session session = start(script)) {
      return session.finish(Duration.ofSeconds(20), (phases, switches, counts) -> {});
    } finally {
      assertThat(leftovers()).isEmpty();
    }
  }

  private Session start(String script) throws IOException {
    Path qemu = Files.writeString(folder.resolve("qemu"), "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(qemu, PosixFilePermissions.fromString("rwx------"));
    var parts =
        new Preparation.Parts(
            new Qemu(List.of(qemu.toString()), qemu, "9.9.9"), Path.of("no-kernel"));
    var plugin = new Plugin(Path.of("no-plugin"), Presets.paper(), CacheModel.ALL);
    var work = new Work(GuestPhase.plan(PHASES, Disturbance.USUAL, 1), null, 1);
    return Session.start(new SavedMachine(parts, folder), work, plugin);
  }

  /** Processes of the script that still run. */
  private List<String> leftovers() {
    return ProcessHandle.current()
        .descendants()
        .map(process -> process.info().commandLine().orElse(""))
        .filter(command -> command.contains("sleep 1000"))
        .toList();
  }
}
