package org.switchlab.kernel;

import java.math.BigDecimal;
import java.math.MathContext;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/** One cell of a table as text. */
final class Cell {

  /** What stands where a value is absent. */
  static final String ABSENT = "–";

  // Enough for any measured value here, whose intervals are never narrower than 1 in 10 000.
  private static final MathContext SHOWN = new MathContext(6);

  private Cell() {}

  static boolean isNumeric(Column<?> column) {
    return column instanceof NumericColumn;
  }

  static String text(Column<?> column, int row) {
    if (column.isMissing(row)) {
      return ABSENT;
    }
    String printed = column.getString(row);
    return column.get(row) instanceof Double value && printsByDefault(value, printed)
        ? rounded(value)
        : printed;
  }

  // A number that prints otherwise was given a format by its owner, and keeps it.
  private static boolean printsByDefault(double value, String printed) {
    return DoubleColumn.create("", value).getString(0).equals(printed);
  }

  private static String rounded(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    BigDecimal shown = new BigDecimal(value, SHOWN).stripTrailingZeros();
    boolean plain = Math.abs(shown.precision() - shown.scale()) <= 9;
    return plain ? shown.toPlainString() : shown.toString();
  }
}
