package org.switchlab.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Rows as a Tablesaw table; what is not known is missing, never 0. */
public final class RowsTable {

  private RowsTable() {}

  /** A table of {@code rows}; an estimate is three columns, see {@link Column#flat}. */
  public static Table of(Rows rows) {
    Table table = Table.create(rows.title());
    List<Column> flat = rows.columns().stream().flatMap(c -> c.flat().stream()).toList();
    flat.forEach(column -> table.addColumns(empty(column)));
    for (Row row : rows.rows()) {
      List<@Nullable Object> cells = row.flat(rows.columns());
      for (int i = 0; i < cells.size(); i++) {
        append(table.column(i), cells.get(i));
      }
    }
    return table;
  }

  private static tech.tablesaw.columns.Column<?> empty(Column column) {
    return switch (column.type()) {
      case TEXT -> StringColumn.create(column.name());
      case FLAG -> BooleanColumn.create(column.name());
      case WHOLE -> LongColumn.create(column.name());
      case NUMBER, ESTIMATE -> DoubleColumn.create(column.name());
    };
  }

  private static void append(tech.tablesaw.columns.Column<?> column, @Nullable Object cell) {
    if (cell == null) {
      column.appendMissing();
      return;
    }
    switch (column) {
      case LongColumn whole -> whole.append(((Number) cell).longValue());
      case DoubleColumn number -> number.append(((Number) cell).doubleValue());
      default -> column.appendObj(cell);
    }
  }
}
