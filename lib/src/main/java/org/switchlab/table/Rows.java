package org.switchlab.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A table as data.
 *
 * @param title what its rows are, in a few words
 * @param columns in the order shown; each declared once for every form
 * @param rows in their order; a value without a column is refused
 */
public record Rows(String title, List<Column> columns, List<Row> rows) {

  /** Keeps immutable copies and refuses doubled columns and values without a column. */
  public Rows {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    List<String> names = columns.stream().map(Column::name).toList();
    if (names.stream().distinct().count() != names.size()) {
      throw new IllegalArgumentException("%s has a column twice: %s".formatted(title, names));
    }
    for (Row row : rows) {
      for (String name : row.values().keySet()) {
        if (!names.contains(name)) {
          throw new IllegalArgumentException(
              "%s has no column '%s'; it has %s".formatted(title, name, names));
        }
      }
    }
  }

  /** No rows yet. */
  public static Rows empty(String title, List<Column> columns) {
    return new Rows(title, columns, List.of());
  }

  /** The same columns with other rows. */
  public Rows withRows(List<Row> others) {
    return new Rows(title, columns, others);
  }

  /** The same under another title, for people. */
  public Rows titled(String other) {
    return new Rows(other, columns, rows);
  }

  /** The same rows with these columns only. */
  public Rows only(String... names) {
    List<Column> kept = Stream.of(names).map(this::column).toList();
    return new Rows(
        title,
        kept,
        rows.stream()
            .map(
                row -> {
                  Row picked = Row.of();
                  for (String name : names) {
                    picked = picked.with(name, row.get(name));
                  }
                  return picked;
                })
            .toList());
  }

  /** How many rows. */
  public int size() {
    return rows.size();
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The rows of which {@code holds}. */
  public Rows where(Predicate<Row> holds) {
    return withRows(rows.stream().filter(holds).toList());
  }

  /** The rows with this value in a column; numbers compare as numbers. */
  public Rows where(String name, Object value) {
    column(name);
    Object wanted = Row.of(name, value).get(name);
    return where(row -> Objects.equals(row.get(name), wanted));
  }

  /** The first row, if there is one. */
  public Optional<Row> first() {
    return rows.stream().findFirst();
  }

  /** Every value of a column once, in the order met; rows without one are left out. */
  public List<Object> distinct(String name) {
    column(name);
    List<Object> values = new ArrayList<>();
    for (Row row : rows) {
      Object value = row.get(name);
      if (value != null && !values.contains(value)) {
        values.add(value);
      }
    }
    return values;
  }

  /** Whether there is a column of that name. */
  public boolean hasColumn(String name) {
    return columns.stream().anyMatch(column -> column.name().equals(name));
  }

  /**
   * The column called {@code name}.
   *
   * @throws IllegalArgumentException listing the columns there are
   */
  public Column column(String name) {
    return columns.stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s has no column '%s'; it has %s"
                        .formatted(title, name, columns.stream().map(Column::name).toList())));
  }
}
