package org.switchlab.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Mark;
import org.switchlab.figure.Scale;

/**
 * Points over a numeric axis, drawn in characters: intervals are upright strokes, stars are
 * published, and where there is room each value has a group of columns of its own.
 */
final class PlotText {

  /** Up to so many values are told apart by groups, even if not every line is drawn. */
  private static final int FEW_VALUES = 16;

  /** Of more values so many lines must have a column in each group, or places are used instead. */
  private static final int LEAST_LINES = 3;

  private final Figure figure;
  private final TextStyle style;
  private final UprightAxis upright;
  private final PlotColumns columns;
  private final List<PlotLine> all;
  private final List<PlotLine> shown;
  private final char[][] cells;

  private PlotText(Figure figure, TextStyle style) {
    this.figure = figure;
    this.style = style;
    this.upright = UprightAxis.of(figure.y().scale(), style);
    this.all = PlotLine.of(figure);
    List<PlotLine> lines = all.stream().filter(line -> !line.star()).toList();
    int room = style.columns() - upright.margin();
    GroupedColumns grouped = GroupedColumns.of(figure.x().scale(), values(), room);
    boolean lying = lines.stream().anyMatch(PlotLine::lying);
    int least =
        grouped.values().size() <= FEW_VALUES ? 1 : Math.clamp(lines.size(), 1, LEAST_LINES);
    boolean groups = !lying && grouped.lines() >= least;
    this.columns = groups ? grouped : new ScaledColumns(figure.x().scale(), room);
    this.shown = shown(lines, groups ? grouped.lines() : PlotLine.signs());
    this.cells = AxisText.canvas(upright.rows(), columns.width());
  }

  /** The lines of the drawing. */
  static List<String> lines(Figure figure, TextStyle style) {
    PlotText plot = new PlotText(figure, style);
    plot.draw();
    return plot.print();
  }

  private List<Double> values() {
    Scale scale = figure.x().scale();
    return all.stream()
        .flatMap(line -> line.dots().stream())
        .map(Dot::x)
        .distinct()
        .sorted(Comparator.comparingDouble(scale::toAxis))
        .toList();
  }

  /**
   * All lines if each has a column; if not, the ends and the middle (of the paper's strides that is
   * a cache line), or as many of the three as there is room for. More would only crowd.
   */
  private static <T> List<T> shown(List<T> all, int columns) {
    if (all.size() <= columns) {
      return all;
    }
    return switch (columns) {
      case 1 -> List.of(all.getFirst());
      case 2 -> List.of(all.getFirst(), all.getLast());
      default -> List.of(all.getFirst(), all.get(all.size() / 2), all.getLast());
    };
  }

  private void draw() {
    for (Mark.Rule rule : figure.marks(Mark.Rule.class)) {
      if (rule.upright()) {
        columns.rule(rule.at()).ifPresent(this::uprightRule);
      } else {
        Arrays.fill(cells[upright.row(rule.at())], PlotLegend.levelSign(rule, style));
      }
    }
    for (int i = 0; i < shown.size(); i++) {
      int line = i;
      shown.get(i).dots().forEach(dot -> interval(dot, columns.column(dot.x(), line), line));
    }
    for (int i = 0; i < shown.size(); i++) {
      for (Dot dot : shown.get(i).dots()) {
        cells[upright.row(dot.y())][columns.column(dot.x(), i)] = PlotLine.sign(i, style);
      }
    }
    all.stream()
        .filter(PlotLine::star)
        .flatMap(line -> line.dots().stream())
        .forEach(dot -> cells[upright.row(dot.y())][columns.star(dot.x())] = '*');
  }

  private void uprightRule(int column) {
    for (char[] row : cells) {
      row[column] = PlotLegend.uprightSign(style);
    }
  }

  private void interval(Dot dot, int column, int line) {
    if (!dot.hasInterval()) {
      return;
    }
    if (shown.get(line).lying()) {
      int to = columns.column(dot.high(), line);
      for (int at = columns.column(dot.low(), line); at <= to; at++) {
        cells[upright.row(dot.y())][at] = style.unicode() ? '─' : '-';
      }
    } else {
      for (int row = upright.row(dot.high()); row <= upright.row(dot.low()); row++) {
        cells[row][column] = style.unicode() ? '│' : '|';
      }
    }
  }

  private List<String> print() {
    List<String> lines = new ArrayList<>(wrap(figure.y().title(), 0));
    for (int row = 0; row < cells.length; row++) {
      lines.add((upright.edge(row, style.unicode()) + new String(cells[row])).stripTrailing());
    }
    int margin = upright.margin();
    lines.addAll(columns.axis(margin, style));
    lines.addAll(wrap(figure.x().title(), margin + 1));
    lines.addAll(new PlotLegend(figure, columns, all, shown, style).lines(margin));
    return lines;
  }

  private List<String> wrap(String text, int indent) {
    return text.isBlank()
        ? List.of()
        : TextBlocks.wrap(style.spell(text), " ".repeat(indent), style.columns());
  }
}
