package org.switchlab.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.switchlab.file.AtomicFile;
import org.switchlab.file.Sha256;
import org.switchlab.os.Architecture;

/** The plugin that this library carries: as a file, what it is told, and what it answers. */
public record Plugin(Path file, Geometry geometry, CacheModel model) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String NAME = "switchlab-vpmu.so";

  /** Where the page of marks stands in every process: far from what Linux maps by itself. */
  private static final String MARKS = "0x100000000000";

  /** What each plan of the guest's begins with, so that plugin and guest agree. */
  static final String PLAN_HEAD = "marks " + MARKS + "\n";

  /** Puts the plugin's file into {@code folder}, under the digest of its content. */
  static Path extract(Path folder) throws IOException {
    String resource = "native/linux-%s/%s".formatted(Architecture.current().kernelName(), NAME);
    try (InputStream in = Plugin.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new NoEmulatorException(
            "this library was built without %s; build it on this machine: ./switchlab clean, then"
                    .formatted(resource)
                + " any command");
      }
      byte[] content = in.readAllBytes();
      Path file = folder.resolve(Sha256.of(content).substring(0, 16) + "-" + NAME);
      if (!Files.exists(file)) {
        AtomicFile.write(file, content);
      }
      return file;
    }
  }

  /** QEMU's option: the file, and what the plugin is to do between marks. */
  String option(Path counts) {
    return option(counts, true);
  }

  /** The same; without {@code marks} all is counted, from the start to the end. */
  String option(Path counts, boolean marks) {
    List<String> parts = new ArrayList<>(List.of(Hardware.quoted(file)));
    parts.add("out=" + Hardware.quoted(counts));
    parts.add("model=" + model.word());
    if (marks) {
      parts.add("marks=" + MARKS);
    }
    parts.addAll(geometry.pluginArguments());
    return String.join(",", parts);
  }

  /**
   * What it counted between two marks.
   *
   * @param rows one a process ({@code parent}, {@code peer} or {@code other}) and space ({@code
   *     user} or {@code kernel}): its counts by the event's word; what is not modelled is absent
   */
  public record Counts(List<JsonNode> rows) {

    /** Reads one line of the plugin's output. */
    static Counts parse(String line) {
      try {
        List<JsonNode> rows = new ArrayList<>();
        JSON.readTree(line).path("rows").forEach(rows::add);
        return new Counts(rows);
      } catch (JsonProcessingException e) {
        throw new EmulatorException(
            "the plugin wrote nonsense, '%s': build it and the library together".formatted(line),
            e);
      }
    }

    /** The counts of all processes but {@code process}. */
    public Counts without(String process) {
      return new Counts(
          rows.stream().filter(row -> !row.path("process").asText().equals(process)).toList());
    }

    /** The sum of {@code event} in {@code space}; absent processes count nothing. */
    public OptionalLong sum(String event, String space) {
      return rows.stream()
          .filter(row -> row.path("space").asText().equals(space))
          .filter(row -> row.path(event).isIntegralNumber())
          .mapToLong(row -> row.path(event).asLong())
          .reduce(Long::sum);
    }
  }
}
