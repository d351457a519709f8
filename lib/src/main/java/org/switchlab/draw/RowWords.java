package org.switchlab.draw;

import java.util.List;
import org.switchlab.draw.PlotLabels.Side;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.figure.Scale;

/**
 * The words of an axis of rows, which XChart's ticks have no room for: upright, names left and
 * notes right of the marks, with the ticks of the other axis below; level, names at the top.
 */
final class RowWords {

  /** Height of the ticks below the last row, in pixels. */
  static final int TICK_PIXELS = 22;

  private static final int GAP_PIXELS = 14;
  private static final int MOST_NAME_PIXELS = 300;
  private static final int MOST_NOTE_PIXELS = 470;
  private static final int LINE_PIXELS = 14;
  private static final int HEAD_PIXELS = 18;

  private final Plot plot;

  RowWords(Plot plot) {
    this.plot = plot;
  }

  /** Width of the column of names. */
  static double namesPixels(RowScale rows) {
    double widest = TextWidth.widest(rows.names(), PlotLabels.FONT);
    return Math.min(widest, MOST_NAME_PIXELS) + GAP_PIXELS;
  }

  /** Width of the column of notes; 0 if there are none. */
  static double notesPixels(RowScale rows) {
    double widest = TextWidth.widest(rows.notes(), PlotLabels.FONT);
    return widest == 0 ? 0 : Math.min(widest, MOST_NOTE_PIXELS) + GAP_PIXELS;
  }

  /** Height of the names at the top, if a row is {@code rowPixels} wide. */
  static double headPixels(RowScale rows, double rowPixels) {
    int most =
        rows.names().stream().mapToInt(name -> lines(name, rowPixels).size()).max().orElse(0);
    return HEAD_PIXELS + LINE_PIXELS * (double) most;
  }

  private static List<String> lines(String name, double rowPixels) {
    return TextWidth.wrap(name, PlotLabels.FONT, rowPixels - GAP_PIXELS / 2.0);
  }

  /** Draws whatever rows the figure has. */
  void draw() {
    if (plot.figure().y().scale() instanceof RowScale rows) {
      upright(rows);
    }
    if (plot.figure().x().scale() instanceof RowScale rows) {
      level(rows);
    }
  }

  private void upright(RowScale rows) {
    Frame frame = plot.frame();
    boolean cells = plot.figure().has(Mark.Cells.class);
    double names = frame.left() - namesPixels(rows) * frame.perPixelX();
    Trace grid = new Trace();
    for (int row = 0; row < rows.names().size(); row++) {
      double y = rows.toAxis(row);
      grid.stroke(frame.left(), y, frame.right(), y);
      String name = TextWidth.cut(rows.names().get(row), PlotLabels.FONT, MOST_NAME_PIXELS);
      plot.labels()
          .add(name, cells ? frame.left() : names, y, cells ? Side.BEFORE : Side.AFTER, false);
      if (!rows.notes().isEmpty()) {
        plot.labels().add(rows.notes().get(row), frame.right(), y, Side.AFTER, false);
      }
    }
    if (!cells) {
      ticks(plot.figure().x().scale(), grid);
      grid(grid);
    }
  }

  private void ticks(Scale x, Trace grid) {
    Frame frame = plot.frame();
    List<Double> ticks = x.ticks();
    double widest = TextWidth.widest(ticks.stream().map(x::label).toList(), PlotLabels.FONT);
    double pixels = x.step() / frame.perPixelX();
    int every = Math.max(1, (int) Math.ceil((widest + GAP_PIXELS) / pixels));
    double y = frame.bottom() - TICK_PIXELS / 2.0 * frame.perPixelY();
    for (int i = 0; i < ticks.size(); i += every) {
      double tick = ticks.get(i);
      grid.stroke(tick, frame.bottom(), tick, frame.top());
      plot.labels().add(x.label(tick), tick, y, Side.CENTRED, false);
    }
  }

  private void level(RowScale rows) {
    Frame frame = plot.frame();
    Trace grid = new Trace();
    for (int row = 0; row < rows.names().size(); row++) {
      double left = rows.toAxis(row) - 0.5;
      if (row > 0) {
        grid.stroke(left, frame.bottom(), left, frame.top());
      }
      double y = frame.top() - (double) LINE_PIXELS * frame.perPixelY();
      for (String line : lines(rows.names().get(row), 1 / frame.perPixelX())) {
        plot.labels().add(line, left, y, Side.AFTER, true);
        y -= LINE_PIXELS * frame.perPixelY();
      }
    }
    grid(grid);
  }

  private void grid(Trace grid) {
    plot.guide("grid", grid, plot.theme().grid(), Signs.stroke(0.8f));
  }
}
