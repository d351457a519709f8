package org.switchlab.draw;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;

/** Any table for a terminal: people's headings, numbers to the right, never wider than the page. */
public final class RowsText {

  /** Rows shown unless another number is asked for. */
  public static final int MOST_ROWS = 60;

  private final Rows rows;
  private final List<Row> shown;
  private final TextStyle style;

  private RowsText(Rows rows, int most, TextStyle style) {
    this.rows = rows;
    this.shown = rows.rows().subList(0, Math.min(most, rows.size()));
    this.style = style;
  }

  /** The first {@link #MOST_ROWS} rows of a table, its title above. */
  public static List<String> lines(Rows rows, TextStyle style) {
    return lines(rows, style, MOST_ROWS);
  }

  /** The first {@code most} rows of a table, its title above. */
  public static List<String> lines(Rows rows, TextStyle style, int most) {
    return new RowsText(rows, most, style).print();
  }

  private List<String> print() {
    List<String> lines = new ArrayList<>();
    if (!rows.title().isBlank()) {
      lines.addAll(wrap(rows.title()));
    }
    if (shown.isEmpty() || rows.columns().isEmpty()) {
      lines.addAll(wrap(rows.isEmpty() ? "no rows" : left()));
      return lines;
    }
    boolean interval = TextLayout.oneBlock(columns(true), style.columns()) != null;
    List<TextColumn> columns = columns(interval);
    TextLayout.Block one = TextLayout.oneBlock(columns, style.columns());
    List<TextLayout.Block> blocks =
        one != null ? List.of(one) : TextLayout.blocks(columns, style.columns());
    for (int i = 0; i < blocks.size(); i++) {
      if (i > 0) {
        lines.add("");
      }
      lines.addAll(TextLayout.lines(blocks.get(i), style.unicode()));
    }
    if (shown.size() < rows.size()) {
      lines.addAll(wrap(left()));
    }
    lines.addAll(wrapAll(CellNotes.of(rows.columns(), shown, interval)));
    return lines;
  }

  private List<TextColumn> columns(boolean interval) {
    return rows.columns().stream().map(column -> column(column, interval)).toList();
  }

  private TextColumn column(Column column, boolean interval) {
    CellText text = new CellText(column, shown);
    return new TextColumn(
        style.spell(text.heading()),
        shown.stream().map(row -> style.spell(text.cell(row, interval))).toList(),
        column.isNumeric());
  }

  private String left() {
    return "… and %d more".formatted(rows.size() - shown.size());
  }

  private List<String> wrapAll(List<String> sentences) {
    return sentences.isEmpty() ? List.of() : wrap(String.join(" ", sentences));
  }

  private List<String> wrap(String text) {
    return TextBlocks.wrap(style.spell(text), "", style.columns());
  }
}
