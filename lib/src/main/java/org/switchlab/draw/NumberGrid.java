package org.switchlab.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;

/** Grids of numbered cells, one below the other: what stands in each, or its shade. */
final class NumberGrid {

  private static final int MOST_LINES = 8;

  /** From dark to light. */
  private static final String UNICODE_SHADES = "█▓▒░";

  private static final String ASCII_SHADES = "#+-.";

  private final Figure figure;
  private final TextStyle style;

  private NumberGrid(Figure figure, TextStyle style) {
    this.figure = figure;
    this.style = style;
  }

  /** The lines of all grids of a figure. */
  static List<String> lines(Figure figure, TextStyle style) {
    NumberGrid grid = new NumberGrid(figure, style);
    List<String> lines = new ArrayList<>();
    for (Mark.Cells cells : figure.marks(Mark.Cells.class)) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(TextBlocks.wrap(style.spell(cells.name()), "", style.columns()));
      if (!cells.cells().isEmpty()) {
        lines.addAll(grid.lines(cells.cells()));
      }
    }
    return lines;
  }

  private List<String> lines(List<Mark.Cell> cells) {
    int rows = cells.stream().mapToInt(Mark.Cell::row).max().orElseThrow() + 1;
    int columns = cells.stream().mapToInt(Mark.Cell::column).max().orElseThrow() + 1;
    int shown = Math.min(rows, MOST_LINES);
    int width =
        Math.max(1, cells.stream().mapToInt(c -> style.spell(c.text()).length()).max().orElse(1))
            + 1;
    List<String> names = names(shown, columns * width);
    int nameWidth = TextBlocks.longest(names) + 1;
    int fit = Math.clamp((style.columns() - nameWidth) / width, 1, columns);
    String[][] texts = new String[shown][fit];
    for (String[] row : texts) {
      Arrays.fill(row, "");
    }
    cells.stream()
        .filter(cell -> cell.row() < shown && cell.column() < fit)
        .forEach(cell -> texts[cell.row()][cell.column()] = text(cell));
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < shown; row++) {
      StringBuilder line = new StringBuilder(TextBlocks.left(names.get(row), nameWidth));
      for (String text : texts[row]) {
        line.append(TextBlocks.right(text, width));
      }
      lines.add(TextBlocks.cut(line.toString(), style.columns()).stripTrailing());
    }
    if (shown < rows) {
      lines.add("...");
    }
    if (fit < columns) {
      String left = "Only the first %d of %d columns fit.".formatted(fit, columns);
      lines.addAll(TextBlocks.wrap(left, "", style.columns()));
    }
    return lines;
  }

  /** The rows' names; numbers alone where the cells leave no room for more. */
  private List<String> names(int count, int cellsWidth) {
    String kind = style.spell(figure.y().title());
    List<String> names = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      boolean named = figure.y().scale() instanceof RowScale scale && row < scale.names().size();
      names.add(
          named
              ? style.spell(figure.y().scale().label(figure.y().scale().toAxis(row)))
              : (kind + " " + row).strip());
    }
    if (TextBlocks.longest(names) + 1 + cellsWidth <= style.columns()) {
      return names;
    }
    return java.util.stream.IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }

  private String text(Mark.Cell cell) {
    if (!cell.text().isEmpty()) {
      return style.spell(cell.text());
    }
    String shades = style.unicode() ? UNICODE_SHADES : ASCII_SHADES;
    int index = (int) (Math.clamp(cell.shade(), 0, 1) * shades.length());
    return shades.substring(Math.min(index, shades.length() - 1)).substring(0, 1);
  }
}
