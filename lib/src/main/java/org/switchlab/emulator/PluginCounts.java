package org.switchlab.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the plugin counted between two marks.
 *
 * @param rows one a process ({@code parent}, {@code peer} or {@code other}) and space ({@code user}
 *     or {@code kernel}): its counts by the event's word; what is not modelled is absent
 */
public record PluginCounts(List<JsonNode> rows) {

  private static final JsonMapper JSON = new JsonMapper();

  /** Reads one line of the plugin's output. */
  static PluginCounts parse(String line) {
    try {
      List<JsonNode> rows = new ArrayList<>();
      JSON.readTree(line).path("rows").forEach(rows::add);
      return new PluginCounts(rows);
    } catch (JsonProcessingException e) {
      throw new EmulatorException(
          "the plugin wrote nonsense, '%s': build it and the library together".formatted(line), e);
    }
  }

  /** The counts of all processes but {@code process}. */
  public PluginCounts without(String process) {
    return new PluginCounts(
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
