package org.switchlab.kernel;

import tech.tablesaw.api.Table;

/** A table as plain text of bounded size, for terminals and text exports. */
final class TableText {

  private TableText() {}

  static String of(Table table) {
    return table.print(TableHtml.MAX_ROWS);
  }
}
