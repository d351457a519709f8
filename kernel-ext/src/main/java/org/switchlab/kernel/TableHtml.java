package org.switchlab.kernel;

import org.switchlab.draw.Html;
import org.switchlab.unit.Plural;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table as HTML of bounded size: a table of a million samples must not freeze the browser.
 *
 * <p>Colours are the front end's own, so that it reads on a dark theme too.
 */
public final class TableHtml {

  /** Rows shown if nothing else is asked for. */
  public static final int MAX_ROWS = 40;

  private static final String RIGHT = " style=\"text-align:right\"";
  private static final String LEFT = " style=\"text-align:left\"";

  private TableHtml() {}

  /** The first {@link #MAX_ROWS} rows of {@code table}. */
  public static String of(Table table) {
    return of(table, MAX_ROWS);
  }

  /**
   * The first {@code maxRows} rows of {@code table}, and how many more there are.
   *
   * @throws IllegalArgumentException if {@code maxRows} is negative
   */
  public static String of(Table table, int maxRows) {
    if (maxRows < 0) {
      throw new IllegalArgumentException("maxRows is " + maxRows + "; it must be 0 or more");
    }
    int rows = Math.min(maxRows, table.rowCount());
    StringBuilder html = new StringBuilder("<table class=\"switchlab-table\">");
    caption(html, table);
    head(html, table);
    html.append("<tbody>");
    for (int row = 0; row < rows; row++) {
      row(html, table, row);
    }
    html.append("</tbody>");
    more(html, table, table.rowCount() - rows);
    return html.append("</table>").toString();
  }

  private static void caption(StringBuilder html, Table table) {
    if (table.name() != null && !table.name().isBlank()) {
      html.append("<caption>").append(Html.escape(table.name())).append("</caption>");
    }
  }

  private static void head(StringBuilder html, Table table) {
    html.append("<thead><tr>");
    for (Column<?> column : table.columns()) {
      Heading heading = Heading.of(column.name());
      html.append("<th").append(align(column)).append('>').append(Html.escape(heading.label()));
      if (!heading.unit().isEmpty()) {
        html.append("<br><small>").append(Html.escape(heading.unit())).append("</small>");
      }
      html.append("</th>");
    }
    html.append("</tr></thead>");
  }

  private static void row(StringBuilder html, Table table, int row) {
    html.append("<tr>");
    for (Column<?> column : table.columns()) {
      String text = Html.escape(Cell.text(column, row));
      html.append("<td").append(align(column)).append('>').append(text).append("</td>");
    }
    html.append("</tr>");
  }

  private static void more(StringBuilder html, Table table, int hidden) {
    if (hidden > 0) {
      html.append("<tfoot><tr><td colspan=\"").append(Math.max(1, table.columnCount()));
      html.append("\"").append(LEFT).append(">… ").append(Plural.of(hidden, "more row"));
      html.append("</td></tr></tfoot>");
    }
  }

  private static String align(Column<?> column) {
    return Cell.isNumeric(column) ? RIGHT : LEFT;
  }
}
