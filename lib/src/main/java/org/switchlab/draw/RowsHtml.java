package org.switchlab.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;

/** Any table as HTML: people's headings, each column's real name where one points at it. */
public final class RowsHtml {

  /** A browser shows this many rows at once well. */
  private static final int MOST_ROWS = 200;

  private static final int MOST_COLUMNS = 40;

  private final Rows rows;
  private final List<Row> shown;
  private final List<Column> columns;

  private RowsHtml(Rows rows) {
    this.rows = rows;
    this.shown = rows.rows().subList(0, Math.min(MOST_ROWS, rows.size()));
    this.columns = rows.columns().subList(0, Math.min(MOST_COLUMNS, rows.columns().size()));
  }

  /** A {@code table} element, with a paragraph below on its signs and on what was left out. */
  public static String of(Rows rows) {
    return new RowsHtml(rows).render();
  }

  private String render() {
    List<CellText> texts = columns.stream().map(column -> new CellText(column, shown)).toList();
    StringBuilder html = new StringBuilder("<table class=\"switchlab-table\">\n");
    if (!rows.title().isBlank()) {
      html.append("<caption>").append(Html.escape(rows.title())).append("</caption>\n");
    }
    html.append("<tr>");
    for (int i = 0; i < columns.size(); i++) {
      html.append(heading(columns.get(i), texts.get(i)));
    }
    html.append("</tr>\n");
    for (Row row : shown) {
      html.append("<tr>");
      for (int i = 0; i < columns.size(); i++) {
        html.append("<td%s>".formatted(style(columns.get(i))))
            .append(Html.escape(texts.get(i).cell(row, true)))
            .append("</td>");
      }
      html.append("</tr>\n");
    }
    return html.append("</table>\n").append(below()).toString();
  }

  private static String heading(Column column, CellText text) {
    return "<th%s title=\"%s\">%s</th>"
        .formatted(style(column), Html.escape(names(column)), Html.escape(text.heading()));
  }

  private static String style(Column column) {
    return column.isNumeric() ? " class=\"n\"" : "";
  }

  /** The name in the table, and those in CSV where they are others. */
  private static String names(Column column) {
    String flat = column.flat().stream().map(Column::name).collect(Collectors.joining(", "));
    return flat.equals(column.name()) ? flat : "%s (as CSV: %s)".formatted(column.name(), flat);
  }

  private String below() {
    List<String> sentences = new ArrayList<>();
    if (rows.isEmpty()) {
      sentences.add("There are no rows.");
    }
    if (shown.size() < rows.size()) {
      sentences.add("Shown are the first %d of %d rows.".formatted(shown.size(), rows.size()));
    }
    if (columns.size() < rows.columns().size()) {
      sentences.add(
          "Shown are the first %d of %d columns.".formatted(columns.size(), rows.columns().size()));
    }
    sentences.addAll(CellNotes.of(columns, shown, true));
    return sentences.isEmpty() ? "" : "<p>" + Html.escape(String.join(" ", sentences)) + "</p>\n";
  }
}
