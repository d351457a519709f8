package org.switchlab.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** QEMU's monitor protocol, one JSON document a line, on its standard descriptors. */
final class Qmp {

  /** QEMU's options that put the monitor there. */
  static final String[] OPTIONS = {"-qmp", "stdio"};

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final QemuProcess qemu;

  /** Opens the conversation. */
  Qmp(QemuProcess qemu) throws InterruptedException {
    this.qemu = qemu;
    command("qmp_capabilities", JSON.createObjectNode());
  }

  /**
   * The answer to one command.
   *
   * @throws EmulatorException if QEMU refuses it
   */
  JsonNode command(String name, ObjectNode arguments) throws InterruptedException {
    ObjectNode command = JSON.createObjectNode().put("execute", name);
    command.set("arguments", arguments);
    qemu.send(command.toString());
    while (true) {
      JsonNode line = next(name);
      if (line.has("error")) {
        throw new EmulatorException(
            "QEMU refused '%s': %s".formatted(name, line.get("error").path("desc").asText()), null);
      }
      if (line.has("return")) { // else the greeting or an event
        return line.get("return");
      }
    }
  }

  /** Arguments of a command, to be filled. */
  static ObjectNode arguments() {
    return JSON.createObjectNode();
  }

  private JsonNode next(String name) throws InterruptedException {
    try {
      String line = qemu.stdout().next(LIMIT);
      if (line == null) {
        throw new EmulatorException(
            "QEMU ended before it answered '%s': %s".formatted(name, qemu.lastWords(LIMIT)), null);
      }
      return JSON.readTree(line);
    } catch (TimeoutException e) {
      throw new EmulatorException(
          "QEMU did not answer '%s' within %d s".formatted(name, LIMIT.toSeconds()), e);
    } catch (JsonProcessingException e) {
      throw new EmulatorException("QEMU answered '%s' with nonsense".formatted(name), e);
    }
  }
}
