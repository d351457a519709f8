package org.switchlab.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The JSON document of {@code switchlab bench --json}: {@code machine, loadOneMinute, complete,
 * readings[{name, promise, figures, ratioToPromise, kept, note}]}.
 */
public final class BenchJson {

  private static final JsonMapper MAPPER = new JsonMapper();

  private BenchJson() {}

  /** The document; what is unknown is null. */
  public static String document(BenchReport report) {
    ObjectNode document = MAPPER.createObjectNode();
    document.put("machine", report.machine());
    document.put("loadOneMinute", report.loadOneMinute());
    document.put("complete", report.complete());
    var readings = document.putArray("readings");
    report.readings().forEach(reading -> readings.add(node(reading)));
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values can always be written", e);
    }
  }

  private static ObjectNode node(Reading reading) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("name", reading.name());
    node.put("promise", reading.promise());
    node.set("figures", MAPPER.valueToTree(reading.figures()));
    node.put("ratioToPromise", reading.ratioToPromise());
    node.put("kept", reading.kept().words());
    node.put("note", reading.note());
    return node;
  }
}
