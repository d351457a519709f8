package org.switchlab.table;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One row: values by the names of their columns. What is not known is not in it.
 *
 * @param values text, booleans, long, double or {@link Estimate}
 */
public record Row(@JsonValue Map<String, Object> values) {

  /** Keeps an immutable copy in the order given. */
  public Row {
    // A table may have a million rows: no room for more values than there are.
    Map<String, Object> copy = LinkedHashMap.newLinkedHashMap(values.size());
    copy.putAll(values);
    values = Collections.unmodifiableMap(copy);
  }

  /** A row of alternating names and values; a value that is null is left out. */
  public static Row of(@Nullable Object... namesAndValues) {
    return new Row(Map.of()).with(namesAndValues);
  }

  /** The same with further values, or others in their place. */
  public Row with(@Nullable Object... namesAndValues) {
    Map<String, Object> more = new LinkedHashMap<>(values);
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      Object value = normal(namesAndValues[i + 1]);
      if (value != null) {
        more.put(String.valueOf(namesAndValues[i]), value);
      }
    }
    return new Row(more);
  }

  /** The same with the values of another row, which replace those of the same name. */
  public Row and(Row other) {
    Map<String, Object> more = new LinkedHashMap<>(values);
    more.putAll(other.values);
    return new Row(more);
  }

  /** One type a kind of number, so that equal values are equal. */
  private static @Nullable Object normal(@Nullable Object value) {
    return switch (value) {
      case Integer whole -> Long.valueOf(whole);
      case Optional<?> optional -> normal(optional.orElse(null));
      case OptionalLong whole -> whole.isPresent() ? (Object) whole.getAsLong() : null;
      case OptionalDouble number -> number.isPresent() ? (Object) number.getAsDouble() : null;
      case null, default -> value;
    };
  }

  /** The value of a column; absent if it is not known. */
  public @Nullable Object get(String name) {
    return values.get(name);
  }

  /** Whether the value of a column is known. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** Words; empty if there are none. */
  public String text(String name) {
    Object value = values.get(name);
    return value == null ? "" : value.toString();
  }

  /** A whole number that must be there. */
  public long whole(String name) {
    return require(name, Number.class).longValue();
  }

  /** A number; absent if it is not known. An estimate counts with its value. */
  public OptionalDouble number(String name) {
    return switch (values.get(name)) {
      case Number number -> OptionalDouble.of(number.doubleValue());
      case Estimate estimate -> OptionalDouble.of(estimate.value());
      case null, default -> OptionalDouble.empty();
    };
  }

  /** A number with its interval; absent if it is not known. */
  public @Nullable Estimate estimate(String name) {
    return values.get(name) instanceof Estimate estimate ? estimate : null;
  }

  /** Whether a flag is set; one that is not known is not. */
  public boolean flag(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  private <T> T require(String name, Class<T> type) {
    Object value = values.get(name);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          "a row has no %s '%s'; it has %s"
              .formatted(type.getSimpleName().toLowerCase(java.util.Locale.ROOT), name, values));
    }
    return type.cast(value);
  }

  /** The cells of {@code columns} one number each, as {@link Column#flat} names them. */
  List<@Nullable Object> flat(List<Column> columns) {
    List<@Nullable Object> cells = new ArrayList<>();
    for (Column column : columns) {
      if (column.type() == Column.Type.ESTIMATE) {
        Estimate estimate = estimate(column.name());
        cells.addAll(
            estimate == null
                ? Arrays.asList(get(column.name()), null, null)
                : List.<Object>of(estimate.value(), estimate.low(), estimate.high()));
      } else {
        cells.add(get(column.name()));
      }
    }
    return cells;
  }
}
