package org.switchlab.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.figure.Scale;

/** Stretches of time drawn in characters: in each cell the sign of what takes most of it. */
record SpansText(Figure figure, TextStyle style, List<Mark.Spans> all) {

  private static final String SIGNS = "█▒x░o▓+%";
  private static final String ASCII_SIGNS = "#=x:o*+%";

  /** Names may take one part of this many of the page. */
  private static final int NAME_PARTS = 3;

  SpansText(Figure figure, TextStyle style) {
    this(figure, style, figure.marks(Mark.Spans.class));
  }

  /** The lines of the drawing. */
  List<String> lines() {
    Scale y = figure.y().scale();
    List<Double> rows = rows();
    List<String> names = rows.stream().map(row -> style.spell(y.label(y.toAxis(row)))).toList();
    int width = Math.min(TextBlocks.longest(names) + 1, style.columns() / NAME_PARTS);
    int cells = style.columns() - width;
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      String name = TextBlocks.left(TextBlocks.cut(names.get(row), width - 1), width);
      lines.add((name + row(rows.get(row), cells)).stripTrailing());
    }
    String indent = " ".repeat(width);
    AxisText.along(figure.x().scale(), cells, style).forEach(line -> lines.add(indent + line));
    lines.addAll(style.wrap(figure.x().title(), indent));
    lines.addAll(
        style.wrap(
            IntStream.range(0, all.size())
                .mapToObj(i -> sign(i) + " " + all.get(i).name())
                .collect(Collectors.joining(", ")),
            indent));
    return lines;
  }

  /** The rows that have names, or those in which something is done. */
  private List<Double> rows() {
    return figure.y().scale() instanceof RowScale named
        ? named.ticks()
        : all.stream()
            .flatMap(spans -> spans.spans().stream())
            .map(Mark.Span::row)
            .distinct()
            .sorted(Comparator.reverseOrder())
            .toList();
  }

  private String row(double row, int cells) {
    StringBuilder line = new StringBuilder();
    Scale x = figure.x().scale();
    double perCell = (x.axisMax() - x.axisMin()) / cells;
    for (int cell = 0; cell < cells; cell++) {
      double from = x.toValue(x.axisMin() + cell * perCell);
      double to = x.toValue(x.axisMin() + (cell + 1) * perCell);
      line.append(most(row, from, to));
    }
    return line.toString();
  }

  /** The sign of what takes most of a cell; a blank if nothing is done in it. */
  private char most(double row, double from, double to) {
    double most = 0;
    char sign = ' ';
    for (int i = 0; i < all.size(); i++) {
      for (Mark.Span span : all.get(i).spans()) {
        double overlap = Math.min(span.to(), to) - Math.max(span.from(), from);
        if (span.row() == row && overlap > most) {
          most = overlap;
          sign = sign(i);
        }
      }
    }
    return sign;
  }

  /** What is drawn in grey is nothing done. */
  private char sign(int index) {
    if (isGrey(all.get(index))) {
      return style.unicode() ? '·' : '.';
    }
    long nth = all.subList(0, index).stream().filter(spans -> !isGrey(spans)).count();
    return style.sign((int) nth, SIGNS, ASCII_SIGNS);
  }

  private static boolean isGrey(Mark.Spans spans) {
    return spans.look().tint() == Look.GREY;
  }
}
