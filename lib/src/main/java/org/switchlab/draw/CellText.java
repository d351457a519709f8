package org.switchlab.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Row;
import org.switchlab.table.Unit;
import org.switchlab.unit.Units;

/**
 * How the cells of one column read, the same in every form of a table: the unit once in the heading
 * if all cells share it, three significant digits, never an exponent.
 */
final class CellText {

  /** Whole numbers below this are exact. */
  private static final double EXACT = 1e15;

  private final Column column;
  private final @Nullable Reading shared;
  private final boolean whole;

  /** The way to read {@code column} where it stands over {@code rows}. */
  CellText(Column column, List<Row> rows) {
    this.column = column;
    double[] numbers =
        rows.stream().flatMapToDouble(row -> row.number(column.name()).stream()).toArray();
    this.shared = Reading.shared(column.unit(), numbers);
    this.whole = Arrays.stream(numbers).allMatch(n -> n == Math.rint(n) && Math.abs(n) < EXACT);
  }

  Column column() {
    return column;
  }

  /** What stands above the column, with the unit where all cells share one. */
  String heading() {
    boolean named =
        column.unit() == Unit.NS ? column.isNumeric() : column.type() == Column.Type.ESTIMATE;
    return !named || shared == null || shared.sign().isEmpty()
        ? column.heading()
        : "%s (%s)".formatted(column.heading(), shared.sign());
  }

  /**
   * The text of a row's cell.
   *
   * @param ends whether there is room for both ends of an interval instead of a ±
   */
  String cell(Row row, boolean ends) {
    return switch (row.get(column.name())) {
      case null -> Reading.MISSING;
      case Estimate estimate -> reading(estimate.value()).text(estimate, ends);
      case Boolean flag -> flag ? "yes" : "no";
      case Number number -> number(number);
      case Object words -> words.toString();
    };
  }

  /** Without a unit if that stands in the heading. */
  private Reading reading(double number) {
    return shared == null ? Reading.of(column.unit(), number) : shared.bare();
  }

  private String number(Number kept) {
    double number = kept.doubleValue();
    if (!Double.isFinite(number)) {
      return reading(number).bare().text(number);
    }
    return switch (column.unit()) {
      case NS -> reading(number).text(number);
      case BYTES, SHARE -> column.unit().show(number);
      case COUNT, RATIO, NONE ->
          kept instanceof Long
              ? kept.toString()
              : whole ? Long.toString((long) number) : Units.digits(number);
    };
  }

  /**
   * What a reader must know of the signs in the cells of a table; nothing if there are none.
   *
   * @param ends whether intervals are shown by both ends
   */
  static List<String> notes(List<Column> columns, List<Row> rows, boolean ends) {
    List<String> notes = new ArrayList<>();
    List<Estimate> estimates =
        rows.stream()
            .flatMap(row -> row.values().values().stream())
            .filter(Estimate.class::isInstance)
            .map(Estimate.class::cast)
            .toList();
    if (estimates.stream().anyMatch(estimate -> estimate.low() < estimate.high())) {
      List<String> kinds = estimates.stream().map(Estimate::kind).distinct().toList();
      String kind = kinds.size() == 1 ? kinds.getFirst() : "interval";
      String sign = ends ? "In brackets: both ends" : "± is the longer side";
      notes.add("%s of the %s.".formatted(sign, kind));
    }
    if (rows.stream().anyMatch(row -> columns.stream().anyMatch(c -> !row.has(c.name())))) {
      notes.add(Reading.MISSING + " means no value.");
    }
    return notes;
  }
}
