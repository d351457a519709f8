package org.switchlab.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.switchlab.figure.Dot;
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
      return new NumberGrid(figure, style).lines();
    }
    if (figure.has(Mark.Spans.class)) {
      return new SpansText(figure, style).lines();
    }
    if (figure.marks(Mark.Steps.class).stream().anyMatch(steps -> !steps.counts().isEmpty())) {
      return new HistogramText(figure, style).lines();
    }
    if (StacksText.suits(figure)) {
      return new StacksText(figure, style).lines();
    }
    boolean rows = figure.x().scale() instanceof RowScale || figure.y().scale() instanceof RowScale;
    return rows ? new RowsOfBars(figure, style).lines() : new PlotText(figure, style).lines();
  }

  /** The series of a figure, and its bars as such: both are dots with a name, if they are shown. */
  static List<Mark.Series> series(Figure figure, Predicate<Dot> shown) {
    List<Mark.Series> all = new ArrayList<>();
    for (Mark mark : figure.marks()) {
      if (mark instanceof Mark.Series(var name, var look, var dots, var lying)) {
        all.add(new Mark.Series(name, look, dots.stream().filter(shown).toList(), lying));
      } else if (mark instanceof Mark.Bars(var name, _, var dots, _)) {
        all.add(new Mark.Series(name, Look.points(0), dots.stream().filter(shown).toList()));
      }
    }
    return all;
  }
}
