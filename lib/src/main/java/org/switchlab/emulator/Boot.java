package org.switchlab.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Boots a machine up to where it waits for a plan, and saves it. */
final class Boot {

  /** A loaded host boots it in half a minute. */
  private static final Duration BOOT_LIMIT = Duration.ofMinutes(3);

  private static final Duration SAVE_LIMIT = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private Boot() {}

  /** Writes the state of {@code machine}, whose root file system is there. */
  static void save(SavedMachine machine) throws InterruptedException {
    Path folder = machine.folder();
    List<String> options =
        new ArrayList<>(
            Hardware.options(
                machine.parts().kernel(),
                machine.initramfs(),
                Path.of("/dev/stderr"), // stdout is the monitor's
                folder,
                "string=wait"));
    options.addAll(List.of(Qmp.OPTIONS));
    try (var qemu = QemuProcess.start(machine.parts().qemu(), options)) {
      awaitReady(qemu, machine);
      migrate(new Qmp(qemu), machine.state());
    }
  }

  private static void awaitReady(QemuProcess qemu, SavedMachine machine)
      throws InterruptedException {
    StringBuilder said = new StringBuilder();
    try {
      String line = qemu.stderr().next(BOOT_LIMIT);
      while (line != null && !line.equals("ready")) {
        said.append(line).append("; ");
        line = qemu.stderr().next(BOOT_LIMIT);
      }
      if (line == null) {
        throw Failures.ended(machine.parts(), said.toString(), machine.folder());
      }
    } catch (TimeoutException e) {
      throw new EmulatorException(
          "the emulated machine did not boot within %d s on %s; is %s a kernel for x86-64 with a"
                  .formatted(
                      BOOT_LIMIT.toSeconds(),
                      machine.parts().qemu().program(),
                      machine.parts().kernel())
              + " serial console?",
          e);
    }
  }

  /** Saved while it runs, not stopped: a stopped machine would be stopped when it is loaded. */
  private static void migrate(Qmp monitor, Path state) throws InterruptedException {
    monitor.command(
        "migrate-set-parameters", Qmp.arguments().put("max-bandwidth", 1L << 40)); // no limit
    monitor.command("migrate", Qmp.arguments().put("uri", "exec:cat > " + shellWord(state)));
    long deadlineNs = System.nanoTime() + SAVE_LIMIT.toNanos();
    while (System.nanoTime() < deadlineNs) {
      JsonNode progress = monitor.command("query-migrate", Qmp.arguments());
      switch (progress.path("status").asText()) {
        case "completed" -> {
          return;
        }
        case "failed", "cancelled" ->
            throw new EmulatorException(
                "QEMU could not save the machine to %s: %s; is the disk full?"
                    .formatted(state, progress.path("error-desc").asText("no reason given")),
                null);
        default -> Thread.sleep(PAUSE);
      }
    }
    throw new EmulatorException(
        "QEMU did not save the machine within %d s".formatted(SAVE_LIMIT.toSeconds()), null);
  }

  /** QEMU gives what follows {@code exec:} to a shell. */
  static String shellWord(Path path) {
    return "'" + path.toString().replace("'", "'\\''") + "'";
  }
}
