package org.switchlab.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;

/** Grids of numbered cells, one below the other: what stands in each, or its shade. */
record NumberGrid(Figure figure, TextStyle style) {

  private static final int MOST_LINES = 8;

  private static final int FEW_LINES = 4;

  /** From dark to light. */
  private static final String SHADES = "█▓▒░";

  private static final String ASCII_SHADES = "#+-.";

  /** The lines of all grids of a figure. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Mark.Cells cells : figure.marks(Mark.Cells.class)) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(style.wrap(cells.name(), ""));
      if (!cells.cells().isEmpty()) {
        lines.addAll(lines(cells.cells()));
      }
    }
    return lines;
  }

  private List<String> lines(List<Mark.Cell> cells) {
    int rows = cells.stream().mapToInt(Mark.Cell::row).max().orElseThrow() + 1;
    int columns = cells.stream().mapToInt(Mark.Cell::column).max().orElseThrow() + 1;
    int shown = Math.min(rows, style.compact() ? FEW_LINES : MOST_LINES);
    int width = 1 + TextBlocks.longest(cells.stream().map(this::text).toList());
    List<String> names = names(shown, columns * width);
    int nameWidth = TextBlocks.longest(names) + 1;
    int fit = Math.clamp((style.columns() - nameWidth) / width, 1, columns);
    String[][] texts = new String[shown][fit];
    Arrays.stream(texts).forEach(row -> Arrays.fill(row, ""));
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
      lines.addAll(style.wrap("Only the first %d of %d columns fit.".formatted(fit, columns), ""));
    }
    return lines;
  }

  /** The rows' names; numbers alone where the cells leave no room for more. */
  private List<String> names(int count, int cellsWidth) {
    List<String> names = IntStream.range(0, count).mapToObj(row -> style.spell(name(row))).toList();
    return TextBlocks.longest(names) + 1 + cellsWidth <= style.columns()
        ? names
        : IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }

  private String name(int row) {
    return figure.y().scale() instanceof RowScale scale && row < scale.names().size()
        ? scale.names().get(row)
        : (figure.y().title() + " " + row).strip();
  }

  private String text(Mark.Cell cell) {
    int shade = (int) (Math.clamp(cell.shade(), 0, 1) * SHADES.length());
    return cell.text().isEmpty()
        ? String.valueOf(style.sign(Math.min(shade, SHADES.length() - 1), SHADES, ASCII_SHADES))
        : style.spell(cell.text());
  }
}
