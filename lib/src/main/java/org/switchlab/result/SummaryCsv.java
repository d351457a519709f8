package org.switchlab.result;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** A table as CSV with its own column names; a missing value is an empty cell. */
final class SummaryCsv {

  private SummaryCsv() {}

  static String text(Table table) {
    StringBuilder text = new StringBuilder(String.join(",", table.columnNames())).append('\n');
    for (Row row : table) {
      text.append(
              IntStream.range(0, table.columnCount())
                  .mapToObj(column -> cell(row, table.column(column).name()))
                  .collect(Collectors.joining(",")))
          .append('\n');
    }
    return text.toString();
  }

  private static String cell(Row row, String column) {
    return row.isMissing(column) ? "" : String.valueOf(row.getObject(column));
  }
}
