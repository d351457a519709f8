package org.switchlab.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A long table as a wide one: what varies in one column becomes columns of its own. */
public final class Pivot {

  private final Rows rows;
  private final Column byRow;
  private final Column byColumn;
  private final Column value;

  private Pivot(Rows rows, String rowName, String columnName, String valueName) {
    this.rows = rows;
    this.byRow = rows.column(rowName);
    this.byColumn = rows.column(columnName);
    this.value = rows.column(valueName);
  }

  /**
   * One row for each value of {@code rowName}, one column for each value of {@code columnName},
   * both in the order met; in the cells what {@code valueName} holds. A row without either is left
   * out.
   *
   * <p>The new columns are called by what they stand for: {@code stride64} of {@code strideBytes}
   * 64, with the unit of the values at the end unless they are estimates; what no name may hold is
   * a hyphen.
   *
   * @throws IllegalArgumentException if two rows would stand in one cell: choose among them before
   */
  public static Rows of(Rows rows, String rowName, String columnName, String valueName) {
    return new Pivot(rows, rowName, columnName, valueName).wide();
  }

  private Rows wide() {
    Map<Object, Column> columns = new LinkedHashMap<>();
    List<String> taken = new ArrayList<>(List.of(byRow.name()));
    for (Object at : rows.distinct(byColumn.name())) {
      Column column = new Column(free(name(at), taken), value.type(), value.unit(), heading(at));
      taken.add(column.name());
      columns.put(at, column);
    }
    Map<Object, Row> wide = new LinkedHashMap<>();
    for (Row row : rows.rows()) {
      Object across = row.get(byRow.name());
      Object along = row.get(byColumn.name());
      if (across == null || along == null) {
        continue;
      }
      Row soFar = wide.getOrDefault(across, Row.of(byRow.name(), across));
      String name = Objects.requireNonNull(columns.get(along)).name();
      if (soFar.has(name) && row.has(value.name())) {
        throw new IllegalArgumentException(
            "there are two rows with %s %s and %s %s: choose one of them before"
                .formatted(byRow.name(), across, byColumn.name(), along));
      }
      wide.put(across, soFar.with(name, row.get(value.name())));
    }
    List<Column> all = new ArrayList<>(List.of(byRow));
    all.addAll(columns.values());
    return new Rows(title(), all, List.copyOf(wide.values()));
  }

  private String title() {
    return "%s by %s (rows) and %s (columns)"
        .formatted(value.heading(), byRow.heading(), byColumn.heading());
  }

  /** With the unit; a number without one would not say what it counts. */
  private String heading(Object at) {
    return switch (at) {
      case Number number when byColumn.unit().sign().isEmpty() && byColumn.unit() != Unit.SHARE ->
          byColumn.heading() + " " + plain(number);
      case Number number -> byColumn.unit().show(number.doubleValue());
      case Boolean flag -> byColumn.heading() + ": " + (flag ? "yes" : "no");
      case Estimate estimate -> byColumn.unit().show(estimate.value());
      default -> at.toString();
    };
  }

  private String name(Object at) {
    String suffix = byColumn.unit().suffix();
    String stem =
        byColumn.name().endsWith(suffix) && byColumn.name().length() > suffix.length()
            ? byColumn.name().substring(0, byColumn.name().length() - suffix.length())
            : byColumn.name();
    String which =
        switch (at) {
          case Number number -> plain(number);
          case Estimate estimate -> Double.toString(estimate.value());
          default -> "-" + at;
        };
    String unit = value.type() == Column.Type.ESTIMATE ? "" : value.unit().suffix();
    return stem + which.replaceAll("[^A-Za-z0-9]", "-") + unit;
  }

  private static String plain(Number number) {
    boolean whole = number.doubleValue() == Math.rint(number.doubleValue());
    return whole ? Long.toString(number.longValue()) : number.toString();
  }

  /** The name, or with a number behind it if it is taken: {@code 1.0} and {@code 1-0} are alike. */
  private static String free(String name, List<String> taken) {
    String free = name;
    for (int i = 2; taken.contains(free); i++) {
      free = name + "-" + i;
    }
    return free;
  }
}
