package org.switchlab.draw;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.figure.Figure;
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
    List<String> lines = new ArrayList<>();
    if (figure.isEmpty()) {
      lines.addAll(TextBlocks.wrap(Figure.NOTHING + ".", "", style.columns()));
    } else {
      lines.addAll(drawing(figure, style));
    }
    for (String note : figure.notes()) {
      lines.addAll(TextBlocks.wrap(style.spell(note), "", style.columns()));
    }
    return lines;
  }

  private static List<String> drawing(Figure figure, TextStyle style) {
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
}
