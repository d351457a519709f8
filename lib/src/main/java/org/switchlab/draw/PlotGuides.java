package org.switchlab.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import org.switchlab.draw.Plot.Trace;
import org.switchlab.draw.PlotLabels.Side;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.figure.Scale;

/**
 * Draws lines and words among which measured values stand, also those of an axis of rows, which
 * XChart's ticks have no room for: upright, names left and notes right of the marks, with the ticks
 * of the other axis below; level, names at the top.
 */
record PlotGuides(Plot plot) {

  /** Height of the ticks below the last row, in pixels. */
  static final int TICK_PIXELS = 22;

  /** Room beside words of rows, in pixels. */
  static final int GAP_PIXELS = 14;

  private static final int LINE_PIXELS = 14;
  private static final int HEAD_PIXELS = 18;

  /** Half the width of a sign, which words beside it must not cover, in pixels. */
  private static final int SIGN_PIXELS = 5;

  /** Height of the names at the top, if a row is {@code rowPixels} wide. */
  static double headPixels(RowScale rows, double rowPixels) {
    int most =
        rows.names().stream().mapToInt(name -> lines(name, rowPixels).size()).max().orElse(0);
    return HEAD_PIXELS + LINE_PIXELS * (double) most;
  }

  private static List<String> lines(String name, double rowPixels) {
    return PlotLabels.wrap(name, rowPixels - GAP_PIXELS / 2.0);
  }

  /** Draws rows, where zero is among negative values, and where axes stop being linear. */
  void ofScales() {
    if (plot.y.scale() instanceof RowScale rows) {
      upright(rows);
    }
    if (plot.x.scale() instanceof RowScale rows) {
      level(rows);
    }
    FigureParts.guides(plot.figure)
        .forEach(
            rule -> plot.guide(plot.through(rule), plot.theme.back(), Theme.thin(rule.look())));
  }

  private void upright(RowScale rows) {
    boolean cells = plot.figure.has(Mark.Cells.class);
    double names = cells ? plot.x.low() : plot.chart.getStyler().getXAxisMin();
    Trace grid = new Trace(false);
    for (int row = 0; row < rows.names().size(); row++) {
      double y = rows.toAxis(row);
      grid.stroke(plot.x.low(), y, plot.x.high(), y);
      String name =
          PlotLabels.cut(rows.names().get(row), PlotLabels.FONT, PlotAxes.MOST_NAME_PIXELS);
      plot.labels.add(name, names, y, cells ? Side.BEFORE : Side.AFTER, false);
      if (!rows.notes().isEmpty()) {
        plot.labels.add(rows.notes().get(row), plot.x.high(), y, Side.AFTER, false);
      }
    }
    if (!cells) {
      ticks(grid);
      grid(grid);
    }
  }

  private void ticks(Trace grid) {
    Scale x = plot.x.scale();
    List<Double> ticks = x.ticks();
    double widest = PlotLabels.widest(ticks.stream().map(x::label).toList());
    double pixels = x.step() / plot.x.perPixel();
    int every = Math.max(1, (int) Math.ceil((widest + GAP_PIXELS) / pixels));
    double y = plot.y.low() - TICK_PIXELS / 2.0 * plot.y.perPixel();
    for (int i = 0; i < ticks.size(); i += every) {
      double tick = ticks.get(i);
      grid.stroke(tick, plot.y.low(), tick, plot.y.high());
      plot.labels.add(x.label(tick), tick, y, Side.CENTRED, false);
    }
  }

  private void level(RowScale rows) {
    Trace grid = new Trace(false);
    double line = LINE_PIXELS * plot.y.perPixel();
    for (int row = 0; row < rows.names().size(); row++) {
      double left = rows.toAxis(row) - 0.5;
      if (row > 0) {
        grid.stroke(left, plot.y.low(), left, plot.y.high());
      }
      double y = plot.y.high() - line;
      for (String words : lines(rows.names().get(row), 1 / plot.x.perPixel())) {
        plot.labels.add(words, left, y, Side.AFTER, true);
        y -= line;
      }
    }
    grid(grid);
  }

  private void grid(Trace grid) {
    plot.guide(grid, plot.theme.grid(), Theme.stroke(0.8f));
  }

  /** A line and its name; of a published one outside an arrow at the nearer edge. */
  void rule(Mark.Rule rule) {
    Plot.Side side = plot.side(rule.upright());
    boolean inside = FigureParts.holds(side.scale(), rule.at());
    if (inside) {
      Look look = rule.look();
      BasicStroke stroke = rule.inLegend() ? Theme.line(look) : Theme.thin(look);
      Color color = plot.theme.color(look.tint());
      plot.line(rule.name(), rule.inLegend(), plot.through(rule), color, stroke);
    }
    if (!FigureParts.hasWords(plot.figure, rule)) {
      return;
    }
    double head = plot.y.high() - LINE_PIXELS * plot.y.perPixel();
    if (!rule.upright()) {
      plot.labels.add(rule.name(), plot.x.high(), side.at(rule.at()), Side.BEFORE_ABOVE, true);
    } else if (inside) {
      plot.labels.add(rule.name(), side.at(rule.at()), head, Side.AFTER, true);
    } else if (rule.at() < side.scale().toValue(side.scale().axisMin())) {
      plot.labels.add("← " + rule.name(), plot.x.low(), head, Side.AFTER, true);
    } else {
      plot.labels.add(rule.name() + " →", plot.x.high(), head, Side.BEFORE, true);
    }
  }

  /** A line over a part of the x axis, as far as that is in the picture. */
  void level(Mark.Level level) {
    Plot.Trace line = new Plot.Trace(false);
    double y = plot.y.at(level.at());
    line.to(plot.x.end(level.from()), y).to(plot.x.end(level.to()), y);
    Look look = level.look();
    plot.line(level.name(), true, line, plot.theme.color(look.tint()), Theme.line(look));
  }

  /** Words beside a place, unless that is not in the picture. */
  void label(Mark.Label label) {
    double x = plot.x.at(label.x());
    double y = plot.y.at(label.y());
    if (plot.x.holds(x) && plot.y.holds(y)) {
      double gap = SIGN_PIXELS * plot.x.perPixel();
      boolean before = label.before();
      plot.labels.add(
          label.text(), before ? x - gap : x + gap, y, before ? Side.BEFORE : Side.AFTER, true);
    }
  }
}
