package org.switchlab.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
  private final List<CellText> columns;

  private RowsHtml(Rows rows) {
    this.rows = rows;
    this.shown = rows.rows().stream().limit(MOST_ROWS).toList();
    this.columns =
        rows.columns().stream().limit(MOST_COLUMNS).map(c -> new CellText(c, shown)).toList();
  }

  /** A {@code table} element, with a paragraph below on its signs and on what was left out. */
  public static String of(Rows rows) {
    return new RowsHtml(rows).render();
  }

  private String render() {
    StringBuilder html = new StringBuilder("<table class=\"switchlab-table\">\n");
    if (!rows.title().isBlank()) {
      html.append(Html.element("caption", rows.title())).append('\n');
    }
    html.append(row(RowsHtml::heading));
    for (Row row : shown) {
      html.append(row(text -> Html.element("td", style(text), text.cell(row, true))));
    }
    html.append("</table>\n");
    String below = below();
    return below.isEmpty() ? html.toString() : html + Html.element("p", below) + "\n";
  }

  private String row(Function<CellText, String> cell) {
    return "<tr>" + columns.stream().map(cell).collect(Collectors.joining()) + "</tr>\n";
  }

  private static String heading(CellText text) {
    String title = " title=\"%s\"".formatted(Html.escape(names(text.column())));
    return Html.element("th", style(text) + title, text.heading());
  }

  private static String style(CellText text) {
    return text.column().isNumeric() ? " class=\"n\"" : "";
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
    sentences.addAll(CellText.notes(columns.stream().map(CellText::column).toList(), shown, true));
    return String.join(" ", sentences);
  }
}
