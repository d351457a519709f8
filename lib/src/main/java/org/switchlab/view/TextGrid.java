package org.switchlab.view;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/** A figure's numbers as text: a row a size, a column a line, in blocks that fit the page. */
final class TextGrid {

  private static final int SIZE_WIDTH = 9;
  private static final int CELL_WIDTH = 14;

  private TextGrid() {}

  /**
   * The lines of the table, or none where the figure has none.
   *
   * @param caption what rows, columns and numbers are
   */
  static List<String> lines(String caption, LineFigure figure, TextStyle style) {
    List<LineFigure.Line> columns = figure.lines();
    if (columns.isEmpty()) {
      return List.of();
    }
    int width = Math.max(CELL_WIDTH, longestName(columns) + 2);
    int fit = Math.max(1, (style.columns() - SIZE_WIDTH) / width);
    List<String> lines = new ArrayList<>();
    lines.addAll(TextBlocks.wrap(caption, "", style.columns()));
    for (int from = 0; from < columns.size(); from += fit) {
      List<LineFigure.Line> these = columns.subList(from, Math.min(from + fit, columns.size()));
      lines.addAll(block(figure.sizesBytes(), these, width));
    }
    return lines.stream().map(style::spell).toList();
  }

  private static int longestName(List<LineFigure.Line> columns) {
    return columns.stream().mapToInt(column -> column.name().length()).max().orElse(0);
  }

  private static List<String> block(
      List<Long> sizesBytes, List<LineFigure.Line> columns, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder(TextBlocks.right("", SIZE_WIDTH));
    columns.forEach(column -> head.append(TextBlocks.right(column.name(), width)));
    lines.add(head.toString());
    for (long size : sizesBytes) {
      StringBuilder row = new StringBuilder(TextBlocks.right(Units.bytes(size), SIZE_WIDTH));
      columns.forEach(
          column -> row.append(TextBlocks.right(cell(column.values().get(size)), width)));
      lines.add(row.toString().stripTrailing());
    }
    return lines;
  }

  private static String cell(@Nullable Estimate value) {
    if (value == null) {
      return "–";
    }
    double side = Math.max(value.high() - value.value(), value.value() - value.low());
    String number = Units.digits(value.value());
    return side == 0 ? number : number + " ±" + Units.roughly(side);
  }
}
