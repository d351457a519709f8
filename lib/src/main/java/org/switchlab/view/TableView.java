package org.switchlab.view;

import java.util.stream.Collectors;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Any table as HTML, its columns named as they are. */
public final class TableView {

  private static final int MAX_ROWS = 200;

  private TableView() {}

  /** The first rows of {@code table}; what is missing is a dash. */
  public static String html(Table table) {
    StringBuilder html = new StringBuilder("<table class=\"switchlab-table\">\n<tr>");
    table.columns().forEach(c -> html.append(cell("th", c, Html.escape(c.name()))));
    html.append("</tr>\n");
    for (Row row : table.first(MAX_ROWS)) {
      html.append(
          table.columns().stream()
              .map(column -> cell("td", column, text(row, column)))
              .collect(Collectors.joining("", "<tr>", "</tr>\n")));
    }
    return html.append("</table>\n").toString();
  }

  private static String cell(String tag, Column<?> column, String text) {
    String css = column instanceof NumericColumn<?> ? " class=\"n\"" : "";
    return "<%s%s>%s</%s>".formatted(tag, css, text, tag);
  }

  private static String text(Row row, Column<?> column) {
    return row.isMissing(column.name()) ? "–" : Html.escape(column.getString(row.getRowNumber()));
  }
}
