package org.switchlab.draw;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Row;
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

  /** What stands above the column, with the unit where all cells share one. */
  String heading() {
    String sign = sign();
    return sign.isEmpty() ? column.heading() : "%s (%s)".formatted(column.heading(), sign);
  }

  private String sign() {
    boolean inHeading =
        switch (column.unit()) {
          case NS -> column.isNumeric();
          case BYTES, SHARE -> column.type() == Column.Type.ESTIMATE;
          case COUNT, RATIO, NONE -> false;
        };
    return inHeading && shared != null ? shared.sign() : "";
  }

  /**
   * The text of a row's cell.
   *
   * @param interval whether there is room for both ends of an interval instead of a ±
   */
  String cell(Row row, boolean interval) {
    return switch (row.get(column.name())) {
      case null -> Reading.MISSING;
      case Estimate estimate -> estimate(estimate, interval);
      case Boolean flag -> flag ? "yes" : "no";
      case Long number when isBare() -> number.toString();
      case Number number -> number(number.doubleValue());
      case Object words -> words.toString();
    };
  }

  private boolean isBare() {
    return switch (column.unit()) {
      case COUNT, RATIO, NONE -> true;
      case NS, BYTES, SHARE -> false;
    };
  }

  private String number(double number) {
    if (!Double.isFinite(number)) {
      return Reading.PLAIN.number(number);
    }
    return switch (column.unit()) {
      case NS -> shared == null ? Units.duration(number) : shared.number(number);
      case BYTES, SHARE -> column.unit().show(number);
      case COUNT, RATIO, NONE -> whole ? Long.toString((long) number) : Units.digits(number);
    };
  }

  private String estimate(Estimate estimate, boolean interval) {
    if (shared != null) {
      return interval ? shared.interval(estimate) : shared.plusMinus(estimate);
    }
    Reading own = Reading.of(column.unit(), estimate.value());
    return interval ? own.intervalWithSign(estimate) : own.plusMinusWithSign(estimate);
  }
}
