package org.switchlab.draw;

import java.awt.Color;
import org.switchlab.figure.Mark;

/** Draws histograms, and the small marks a value that stand below them. */
final class StepMarks {

  private static final int FILL_ALPHA = 70;

  /** Where the marks begin and end, as shares of the room below zero. */
  private static final double RUG_TOP = 0.2;

  private static final double RUG_FOOT = 0.85;

  private final Plot plot;

  StepMarks(Plot plot) {
    this.plot = plot;
  }

  void add(Mark.Steps steps) {
    double foot = plot.endY(0);
    Trace outline = new Trace();
    outline.to(plot.figure().atX(steps.edges().getFirst()), foot);
    for (int bin = 0; bin < steps.counts().size(); bin++) {
      double y = plot.figure().atY(steps.counts().get(bin));
      outline.to(plot.figure().atX(steps.edges().get(bin)), y);
      outline.to(plot.figure().atX(steps.edges().get(bin + 1)), y);
    }
    outline.to(plot.figure().atX(steps.edges().getLast()), foot);
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
    double zero = plot.endY(0);
    double depth = plot.frame().bottom() - zero;
    Trace marks = new Trace();
    rug.values().stream()
        .mapToDouble(plot.figure()::atX)
        .filter(plot.frame()::holdsX)
        .forEach(x -> marks.stroke(x, zero + RUG_TOP * depth, x, zero + RUG_FOOT * depth));
    plot.line(rug.name(), true, marks, plot.theme().note(), Signs.stroke(1.4f));
  }
}
