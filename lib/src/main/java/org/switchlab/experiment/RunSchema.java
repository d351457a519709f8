package org.switchlab.experiment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.switchlab.machine.Machine;
import org.switchlab.table.Column;
import org.switchlab.table.Rows;

/**
 * The JSON Schema of {@code switchlab run --json}: the frame that all experiments share, and the
 * columns of each, as the experiments themselves declare them.
 */
public final class RunSchema {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String FRAME = "run.schema.json";

  private RunSchema() {}

  /** The schema of every experiment there is now. */
  public static String text() {
    return tree().toPrettyString();
  }

  static ObjectNode tree() {
    ObjectNode schema = frame();
    ArrayNode cases = schema.putArray("allOf");
    Machine machine = Machine.read();
    for (Experiment<?> experiment : Catalogue.all()) {
      ObjectNode each = cases.addObject();
      each.putObject("if")
          .putObject("properties")
          .putObject("experiment")
          .put("const", experiment.name());
      ObjectNode items =
          each.putObject("then").putObject("properties").putObject("rows").putObject("items");
      items.set("properties", columns(main(experiment, machine)));
      items.put("additionalProperties", false);
    }
    return schema;
  }

  /** The columns of an experiment's main table: those it has where nothing was seen. */
  private static Rows main(Experiment<?> experiment, Machine machine) {
    return experiment
        .spec()
        .analysis()
        .tables(experiment.setup().plan(machine), List.of(), Map.of())
        .getFirst();
  }

  private static ObjectNode columns(Rows rows) {
    ObjectNode properties = MAPPER.createObjectNode();
    for (Column column : rows.columns()) {
      for (Column flat : column.flat()) {
        ObjectNode property = properties.putObject(flat.name());
        property.put("description", flat.heading());
        property.putArray("type").add(type(flat)).add("null");
      }
    }
    return properties;
  }

  private static String type(Column column) {
    return switch (column.type()) {
      case TEXT -> "string";
      case FLAG -> "boolean";
      case WHOLE -> "integer";
      case NUMBER, ESTIMATE -> "number";
    };
  }

  private static ObjectNode frame() {
    try (InputStream in = RunSchema.class.getResourceAsStream(FRAME)) {
      return (ObjectNode) MAPPER.readTree(Objects.requireNonNull(in, FRAME));
    } catch (IOException e) {
      throw new UncheckedIOException(FRAME + " cannot be read", e);
    }
  }
}
