package org.switchlab.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows as JSON: whole with their columns and intervals, to be read back equal; or flat, one number
 * a field, for other programs.
 */
public final class RowsJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RowsJson() {}

  /** Title, columns and rows. */
  public static ObjectNode whole(Rows rows) {
    ObjectNode node = NODES.objectNode().put("title", rows.title());
    ArrayNode columns = node.putArray("columns");
    for (Column column : rows.columns()) {
      columns
          .addObject()
          .put("name", column.name())
          .put("type", column.type().name())
          .put("unit", column.unit().name())
          .put("heading", column.heading());
    }
    ArrayNode values = node.putArray("rows");
    for (Row row : rows.rows()) {
      ObjectNode cells = values.addObject();
      row.values().forEach((name, value) -> cells.set(name, node(value)));
    }
    return node;
  }

  /** The rows alone, an estimate as three numbers, what is not known as null. */
  public static ArrayNode flat(Rows rows) {
    ArrayNode all = NODES.arrayNode();
    List<Column> columns = rows.columns().stream().flatMap(c -> c.flat().stream()).toList();
    for (Row row : rows.rows()) {
      ObjectNode cells = all.addObject();
      List<@Nullable Object> flat = row.flat(rows.columns());
      for (int i = 0; i < columns.size(); i++) {
        cells.set(columns.get(i).name(), node(flat.get(i)));
      }
    }
    return all;
  }

  private static JsonNode node(@Nullable Object value) {
    return switch (value) {
      case null -> NODES.nullNode();
      case Boolean flag -> NODES.booleanNode(flag);
      case Long whole -> NODES.numberNode(whole);
      case Double number when Double.isFinite(number) -> NODES.numberNode(number);
      case Estimate estimate -> node(estimate);
      // JSON has no infinity; as text it is one.
      default -> NODES.textNode(value.toString());
    };
  }

  /** An interval with its level, or a range with how many repetitions it is of. */
  private static ObjectNode node(Estimate estimate) {
    ObjectNode node =
        NODES
            .objectNode()
            .<ObjectNode>set("value", node((Object) estimate.value()))
            .<ObjectNode>set("low", node((Object) estimate.low()))
            .set("high", node((Object) estimate.high()));
    return estimate.rangeOf() > 0
        ? node.put("rangeOf", estimate.rangeOf())
        : node.set("level", node((Object) estimate.level()));
  }

  /**
   * Reads {@link #whole} back.
   *
   * @throws IllegalArgumentException if it is no such node
   */
  public static Rows read(JsonNode node) {
    List<Column> columns = new ArrayList<>();
    for (JsonNode column : node.path("columns")) {
      columns.add(
          new Column(
              column.path("name").asText(),
              Column.Type.valueOf(column.path("type").asText()),
              Unit.valueOf(column.path("unit").asText()),
              column.path("heading").asText()));
    }
    List<Row> rows = new ArrayList<>();
    for (JsonNode cells : node.path("rows")) {
      Map<String, Object> values = new LinkedHashMap<>();
      for (Column column : columns) {
        JsonNode cell = cells.get(column.name());
        if (cell != null && !cell.isNull()) {
          values.put(column.name(), value(column, cell));
        }
      }
      rows.add(new Row(values));
    }
    return new Rows(node.path("title").asText(), columns, rows);
  }

  private static Object value(Column column, JsonNode cell) {
    return switch (column.type()) {
      case TEXT -> cell.asText();
      case FLAG -> cell.asBoolean();
      case WHOLE -> cell.asLong();
      case NUMBER -> number(cell);
      case ESTIMATE -> cell.isObject() ? estimate(cell) : (Object) number(cell);
    };
  }

  private static Estimate estimate(JsonNode cell) {
    return new Estimate(
        number(cell.path("value")),
        number(cell.path("low")),
        number(cell.path("high")),
        number(cell.path("level")),
        cell.path("rangeOf").asInt());
  }

  private static double number(JsonNode cell) {
    return cell.isTextual() ? Double.parseDouble(cell.asText()) : cell.asDouble();
  }
}
