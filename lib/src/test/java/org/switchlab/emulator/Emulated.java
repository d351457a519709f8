package org.switchlab.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One of the bare test programs under QEMU's user-mode emulation with the plugin. */
final class Emulated {

  /** Where the linker puts the mark page: see the Makefile. */
  private static final String MARKS = "marks=0x10000000";

  private static final ObjectMapper JSON = new ObjectMapper();

  private Emulated() {}

  /** The region between the marks; the line as written. */
  static String region(Path plugin, Geometry geometry, String program) throws Exception {
    return run(plugin, geometry, program, List.of(MARKS));
  }

  /** The whole program, from its first instruction to its last. */
  static String whole(Path plugin, Geometry geometry, String program) throws Exception {
    return run(plugin, geometry, program, List.of());
  }

  /** An event of the only row of a line. */
  static long count(String line, String event) throws IOException {
    JsonNode rows = JSON.readTree(line).get("rows");
    assertThat(rows).hasSize(1);
    return rows.get(0).get(event).asLong();
  }

  /** The command that emulates {@code program}, with the plugin's {@code arguments}. */
  static List<String> command(Path plugin, List<String> arguments, Path program) {
    return List.of(
        "qemu-x86_64", "-plugin", plugin + "," + String.join(",", arguments), program.toString());
  }

  private static String run(Path plugin, Geometry geometry, String program, List<String> more)
      throws Exception {
    Tool.require("qemu-x86_64", "qemu-user");
    Path folder = Files.createTempDirectory("switchlab-vpmu");
    Path out = folder.resolve("lines");
    try {
      List<String> arguments = new ArrayList<>(geometry.pluginArguments());
      arguments.add("out=" + out);
      arguments.addAll(more);
      Path executable = Tool.built("programs/" + program);
      Tool.Outcome outcome = Tool.run(command(plugin, arguments, executable));
      assertThat(outcome).isEqualTo(new Tool.Outcome(0, ""));
      return Files.readString(out);
    } finally {
      Files.deleteIfExists(out);
      Files.delete(folder);
    }
  }
}
