package org.switchlab.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What the plugin counted between two marks.
 *
 * @param rows by process and space
 */
public record PluginCounts(List<Row> rows) {

  private static final JsonMapper JSON = new JsonMapper();

  /**
   * The counts of one process on one side of the system-call boundary.
   *
   * @param process {@code parent}, {@code peer} or {@code other}
   * @param space {@code user} or {@code kernel}
   * @param counts by the event's word; what is not modelled is absent
   */
  public record Row(String process, String space, Map<String, Long> counts) {

    /** Keeps an immutable copy. */
    public Row {
      counts = Map.copyOf(counts);
    }
  }

  /** Keeps an immutable copy. */
  public PluginCounts {
    rows = List.copyOf(rows);
  }

  /** The counts of all processes but {@code process}. */
  public PluginCounts without(String process) {
    return new PluginCounts(rows.stream().filter(row -> !row.process().equals(process)).toList());
  }

  /** Reads the plugin's output, one document a line. */
  static List<PluginCounts> read(Path file) throws IOException {
    List<PluginCounts> all = new ArrayList<>();
    for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      all.add(parse(line));
    }
    return all;
  }

  static PluginCounts parse(String line) {
    try {
      List<Row> rows = new ArrayList<>();
      for (JsonNode row : JSON.readTree(line).path("rows")) {
        rows.add(row(row));
      }
      return new PluginCounts(rows);
    } catch (JsonProcessingException e) {
      throw new EmulatorException(
          "the plugin wrote nonsense, '%s': build it and the library together".formatted(line), e);
    }
  }

  private static Row row(JsonNode row) {
    Map<String, Long> counts = new LinkedHashMap<>();
    row.properties()
        .forEach(
            field -> {
              if (field.getValue().isIntegralNumber()) {
                counts.put(field.getKey(), field.getValue().asLong());
              }
            });
    return new Row(row.path("process").asText(), row.path("space").asText(), counts);
  }

  /** The sum of {@code event} in {@code space}; absent processes count nothing. */
  public OptionalLong sum(String event, String space) {
    return rows.stream()
        .filter(row -> row.space().equals(space) && row.counts().containsKey(event))
        .mapToLong(row -> row.counts().get(event))
        .reduce(Long::sum);
  }
}
