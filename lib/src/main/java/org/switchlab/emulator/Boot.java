package org.switchlab.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * Boots a machine up to where it waits for a plan, and saves it, asking for that by QEMU's monitor
 * protocol: one JSON document a line, on its standard descriptors.
 */
final class Boot {

  /** A loaded host boots it in half a minute. */
  private static final Duration BOOT_LIMIT = Duration.ofMinutes(3);

  private static final Duration SAVE_LIMIT = Duration.ofMinutes(1);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final JsonMapper JSON = new JsonMapper();

  private final SavedMachine machine;
  private final QemuProcess qemu;

  private Boot(SavedMachine machine, QemuProcess qemu) {
    this.machine = machine;
    this.qemu = qemu;
  }

  /** Writes the state of {@code machine}, whose root file system is there. */
  static void save(SavedMachine machine) throws InterruptedException {
    Path lines = Path.of("/dev/stderr"); // stdout is the monitor's
    List<String> options = Hardware.options(machine, lines, machine.folder(), "string=wait");
    options.addAll(List.of("-qmp", "stdio"));
    try (var qemu = QemuProcess.start(machine.parts(), options)) {
      var boot = new Boot(machine, qemu);
      boot.awaitReady();
      boot.migrate();
    }
  }

  private void awaitReady() throws InterruptedException {
    StringBuilder said = new StringBuilder();
    try {
      String line = qemu.stderr.next(BOOT_LIMIT);
      while (line != null && !line.equals("ready")) {
        said.append(line).append("; ");
        line = qemu.stderr.next(BOOT_LIMIT);
      }
      if (line == null) {
        throw qemu.failure(said.toString(), machine.folder());
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
  private void migrate() throws InterruptedException {
    command("qmp_capabilities", Map.of());
    command("migrate-set-parameters", Map.of("max-bandwidth", 1L << 40)); // no limit
    command("migrate", Map.of("uri", "exec:cat > " + shellWord(machine.state())));
    long deadlineNs = System.nanoTime() + SAVE_LIMIT.toNanos();
    while (System.nanoTime() < deadlineNs) {
      JsonNode progress = command("query-migrate", Map.of());
      switch (progress.path("status").asText()) {
        case "completed" -> {
          return;
        }
        case "failed", "cancelled" ->
            throw new EmulatorException(
                "QEMU could not save the machine to %s: %s; is the disk full?"
                    .formatted(
                        machine.state(), progress.path("error-desc").asText("no reason given")));
        default -> Thread.sleep(PAUSE);
      }
    }
    throw new EmulatorException(
        "QEMU did not save the machine within %d s".formatted(SAVE_LIMIT.toSeconds()));
  }

  /**
   * The monitor's answer to one command.
   *
   * @throws EmulatorException if QEMU refuses it
   */
  private JsonNode command(String name, Map<String, ?> arguments) throws InterruptedException {
    qemu.send(JSON.valueToTree(Map.of("execute", name, "arguments", arguments)).toString());
    while (true) {
      JsonNode line = answer(name);
      if (line.has("error")) {
        throw new EmulatorException(
            "QEMU refused '%s': %s".formatted(name, line.get("error").path("desc").asText()));
      }
      if (line.has("return")) { // else the greeting or an event
        return line.get("return");
      }
    }
  }

  private JsonNode answer(String name) throws InterruptedException {
    try {
      String line = qemu.stdout.next(ANSWER_LIMIT);
      if (line == null) {
        String said = qemu.lastWords(ANSWER_LIMIT);
        throw new EmulatorException("QEMU ended before it answered '%s': %s".formatted(name, said));
      }
      return JSON.readTree(line);
    } catch (TimeoutException e) {
      throw new EmulatorException(
          "QEMU did not answer '%s' within %d s".formatted(name, ANSWER_LIMIT.toSeconds()), e);
    } catch (JsonProcessingException e) {
      throw new EmulatorException("QEMU answered '%s' with nonsense".formatted(name), e);
    }
  }

  /** QEMU gives what follows {@code exec:} to a shell. */
  static String shellWord(Path path) {
    return "'" + path.toString().replace("'", "'\\''") + "'";
  }
}
