package org.switchlab.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Map;
import org.switchlab.table.Row;

/**
 * What is measured at once: one value for each factor that varies, by the name of its column.
 *
 * @param row the values, in the order of the factors
 */
public record Setting(@JsonValue Row row) {

  /** Of alternating names and values. */
  public static Setting of(Object... namesAndValues) {
    return new Setting(Row.of(namesAndValues));
  }

  /** From stored values. */
  @JsonCreator
  static Setting of(Map<String, Object> values) {
    Row row = Row.of();
    for (Map.Entry<String, Object> value : values.entrySet()) {
      row = row.with(value.getKey(), value.getValue());
    }
    return new Setting(row);
  }

  /** The part of {@code row} that says where it was measured. */
  public static Setting in(Row row, Collection<String> factorNames) {
    Row part = Row.of();
    for (String name : factorNames) {
      part = part.with(name, row.get(name));
    }
    return new Setting(part);
  }

  /** The same with another value, or a further one. */
  public Setting with(String name, Object value) {
    return new Setting(row.with(name, value));
  }

  /** Words; empty if it has none of that name. */
  public String text(String name) {
    return row.text(name);
  }

  /**
   * A whole number.
   *
   * @throws IllegalArgumentException if it has none of that name
   */
  public long whole(String name) {
    return row.whole(name);
  }

  /** A whole number, or {@code otherwise} if it has none of that name. */
  public long whole(String name, long otherwise) {
    return row.has(name) ? row.whole(name) : otherwise;
  }

  /** Whether it has a value of that name. */
  public boolean has(String name) {
    return row.has(name);
  }

  @Override
  public String toString() {
    return row.values().toString();
  }
}
