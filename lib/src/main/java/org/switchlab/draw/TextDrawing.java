package org.switchlab.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;

/**
 * A figure drawn in characters, by what marks it has: a plot, a histogram, a timeline, bars by row
 * or grids of numbers.
 */
public final class TextDrawing {

  private TextDrawing() {}

  /**
   * The lines of the drawing and of the figure's notes, none wider than the style's columns. The
   * heading is not in it: it is the whole result's.
   */
  public static List<String> lines(Figure figure, TextStyle style) {
    List<String> lines = new ArrayList<>(drawing(figure, style));
    figure.notes().forEach(note -> lines.addAll(style.wrap(note, "")));
    return lines;
  }

  private static List<String> drawing(Figure figure, TextStyle style) {
    if (figure.isEmpty()) {
      return style.wrap(Figure.NOTHING + ".", "");
    }
    if (figure.has(Mark.Cells.class)) {
      return NumberGrid.lines(figure, style);
    }
    if (figure.has(Mark.Spans.class)) {
      return SpansText.lines(figure, style);
    }
    if (figure.marks(Mark.Steps.class).stream().anyMatch(steps -> !steps.counts().isEmpty())) {
      return HistogramText.lines(figure, style);
    }
    boolean rows = figure.x().scale() instanceof RowScale || figure.y().scale() instanceof RowScale;
    return rows ? RowsOfBars.lines(figure, style) : PlotText.lines(figure, style);
  }

  /** The series of a figure, and its bars as such: both are dots with a name. */
  static List<Mark.Series> series(Figure figure) {
    return figure.marks().stream()
        .flatMap(
            mark ->
                switch (mark) {
                  case Mark.Series series -> Stream.of(series);
                  case Mark.Bars bars ->
                      Stream.of(new Mark.Series(bars.name(), Look.points(0), bars.dots()));
                  default -> Stream.empty();
                })
        .toList();
  }
}
