package org.switchlab.draw;

import java.awt.Color;
import org.switchlab.figure.Mark;

/** Draws histograms, and the small marks a value that stand below them. */
final class StepMarks {

  private static final int FILL_ALPHA = 70;

  /** Room for marks a value below the axis; where they begin and end in it. In pixels. */
  static final int RUG_PIXELS = 28;

  private static final int RUG_TOP = 6;
  private static final int RUG_FOOT = 24;

  private final Plot plot;

  StepMarks(Plot plot) {
    this.plot = plot;
  }

  void add(Mark.Steps steps) {
    double foot = plot.endY(0);
    Trace outline = new Trace();
    boolean open = false;
    for (int bin = 0; bin < steps.counts().size(); bin++) {
      double left = plot.figure().atX(steps.edges().get(bin));
      double right = plot.figure().atX(steps.edges().get(bin + 1));
      double y = plot.figure().atY(steps.counts().get(bin));
      boolean full = steps.counts().get(bin) != 0;
      if (full && !open) {
        outline.to(left, foot);
      } else if (!full && open) {
        outline.to(left, foot).gap();
      }
      if (full) {
        outline.to(left, y).to(right, y);
      }
      open = full;
    }
    outline.to(plot.figure().atX(steps.edges().getLast()), open ? foot : Double.NaN);
    Color color = plot.theme().color(steps.look().tint());
    plot.area(
        steps.name(),
        true,
        outline,
        Theme.veil(color, FILL_ALPHA),
        color,
        Signs.line(steps.look()));
  }

  void add(Mark.Rug rug) {
    double top = plot.frame().bottom() - RUG_TOP * plot.frame().perPixelY();
    double foot = plot.frame().bottom() - RUG_FOOT * plot.frame().perPixelY();
    Trace marks = new Trace();
    rug.values().stream()
        .mapToDouble(plot.figure()::atX)
        .filter(plot.frame()::holdsX)
        .forEach(x -> marks.stroke(x, top, x, foot));
    plot.line(rug.name(), true, marks, plot.theme().note(), Signs.stroke(1.4f));
  }
}
