package org.switchlab.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One saved machine that goes on with one piece of work, in a temporary folder of its own. */
final class Session implements AutoCloseable {

  /** From the guest's last line to QEMU's end. */
  private static final Duration POWER_OFF_LIMIT = Duration.ofSeconds(10);

  /** What the plugin writes. */
  private static final String COUNTS = "counts";

  private final SavedMachine machine;
  private final Path folder;
  private final QemuProcess qemu;

  private Session(SavedMachine machine, Path folder, QemuProcess qemu) {
    this.machine = machine;
    this.folder = folder;
    this.qemu = qemu;
  }

  /**
   * Starts it.
   *
   * @param plugin what counts, and how
   */
  static Session start(SavedMachine machine, GuestWork work, Plugin plugin) throws IOException {
    Path folder = Files.createTempDirectory("switchlab-emulator");
    try {
      Path plan = Files.writeString(folder.resolve("plan"), work.plan(), UTF_8);
      List<String> options =
          new ArrayList<>(
              Hardware.options(
                  machine.parts().kernel(),
                  machine.initramfs(),
                  Path.of("/dev/stdout"),
                  folder,
                  "file=" + Hardware.quoted(plan)));
      options.addAll(List.of("-incoming", "exec:cat " + Boot.shellWord(machine.state())));
      options.addAll(List.of("-plugin", plugin.option(folder.resolve(COUNTS))));
      options.addAll(programFiles(work, folder));
      return new Session(machine, folder, QemuProcess.start(machine.parts().qemu(), options));
    } catch (IOException | RuntimeException e) {
      Folders.delete(folder);
      throw e;
    }
  }

  private static List<String> programFiles(GuestWork work, Path folder) throws IOException {
    Path program = work.program();
    if (program == null) {
      return List.of();
    }
    Path arguments = Files.write(folder.resolve("arguments"), work.argumentBytes());
    List<String> options =
        new ArrayList<>(Hardware.file("program", "file=" + Hardware.quoted(program)));
    options.addAll(Hardware.file("arguments", "file=" + Hardware.quoted(arguments)));
    return options;
  }

  /** Its process id. */
  int pid() {
    return qemu.pid();
  }

  /**
   * Waits until the work is done.
   *
   * @param silence how long the guest may say nothing before it counts as hung
   * @param phaseDone told of each phase as soon as it is done
   * @throws StateRefusedException if this QEMU cannot load the saved machine
   */
  Outcome finish(Duration silence, PhaseListener phaseDone)
      throws IOException, InterruptedException, StateRefusedException {
    var answers = new Answers();
    try (var counted = new PluginLines(folder.resolve(COUNTS))) {
      String line = next(silence);
      while (line != null && !line.equals("done")) {
        if (answers.take(line)) {
          phaseDone.done(answers.switches().size(), answers.switches().getLast(), counted.next());
        }
        line = next(silence);
      }
      if (line == null) {
        throw ended();
      }
    }
    var ignored = qemu.ended(POWER_OFF_LIMIT); // else close ends it
    return new Outcome(
        answers.switches(),
        answers.exitCode(),
        Files.readAllBytes(folder.resolve("output")),
        PluginCounts.read(folder.resolve(COUNTS)));
  }

  private @Nullable String next(Duration silence) throws InterruptedException {
    try {
      return qemu.stdout().next(silence);
    } catch (TimeoutException e) {
      throw new EmulatorException(
          "the emulated machine hung: it said nothing for %d s and was ended"
              .formatted(silence.toSeconds()),
          e);
    }
  }

  private EmulatorException ended() throws InterruptedException, StateRefusedException {
    String said = qemu.lastWords(POWER_OFF_LIMIT);
    if (Failures.stateRefused(said)) {
      throw new StateRefusedException(said);
    }
    return Failures.ended(machine.parts(), said, folder);
  }

  @Override
  public void close() throws IOException {
    qemu.close();
    Folders.delete(folder);
  }

  /** The saved state is another QEMU's, or damaged. */
  static final class StateRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    StateRefusedException(String said) {
      super(said);
    }
  }
}
