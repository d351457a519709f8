package org.switchlab.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.style.lines.SeriesLines;
import org.switchlab.figure.Dot;
import org.switchlab.figure.LogScale;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.Scale;
import org.switchlab.figure.SizeScale;

/** Draws dots and their intervals: as points, lines and bands of series, and as bars from zero. */
final class DotMarks {

  /** Distance of neighbouring series at one place, and of the outermost ones at most, in pixels. */
  private static final double ASIDE_PIXELS = 3;

  private static final double MOST_ASIDE_PIXELS = 24;
  private static final int THICK_PIXELS = 7;
  private static final int BAND_ALPHA = 26;
  private static final int BAR_ALPHA = 120;

  private final Plot plot;
  private final List<Mark.Series> beside;

  DotMarks(Plot plot) {
    this.plot = plot;
    this.beside = plot.figure.marks(Mark.Series.class).stream().filter(this::standsAside).toList();
  }

  /** Points, lines, intervals as strokes, and those of neighbours as a band. */
  void series(Mark.Series series) {
    Look look = series.look();
    Plot.Side along = plot.side(!series.lying());
    Plot.Side across = plot.side(series.lying());
    double aside = aside(series);
    // Strokes across thick intervals say where values lie; longer, so that each can be seen.
    double half = THICK_PIXELS * along.perPixel();
    Trace points = new Trace(series.lying());
    Trace intervals = new Trace(series.lying());
    Trace values = new Trace(series.lying());
    for (Dot dot : series.dots()) {
      double place = along.at(series.lying() ? dot.y() : dot.x()) + aside;
      double value = across.at(series.lying() ? dot.x() : dot.y());
      points.to(place, value);
      values.stroke(place - half, value, place + half, value);
      if (dot.reaches(series.lying())) {
        intervals.stroke(place, across.end(dot.low()), place, across.end(dot.high()));
      }
    }
    if (look.band() && !series.lying()) {
      band(series, aside);
    }
    String name = series.name();
    Color color = plot.theme.color(look.tint());
    boolean thick = look.shape() == Look.Shape.THICK;
    // Those that lie have rows to themselves.
    BasicStroke stroke = Theme.stroke(thick ? THICK_PIXELS : series.lying() ? 2 : 1.1f);
    if (thick) {
      plot.line(name, true, intervals, color, stroke);
      plot.line(name + ", values", false, values, color, Theme.stroke(2));
    } else if (look.shape() == Look.Shape.NONE && look.stroke() == Look.Stroke.NONE) {
      plot.line(name, true, intervals, color, stroke);
    } else {
      plot.line(name + ", intervals", false, intervals, color, stroke);
      plot.points(name, points, look);
    }
  }

  /** The outline of each run of neighbours that have intervals. */
  private void band(Mark.Series series, double aside) {
    Trace outline = new Trace(false);
    List<Dot> run = new ArrayList<>();
    for (Dot dot : series.dots()) {
      if (dot.isThere() && dot.hasInterval()) {
        run.add(dot);
      } else {
        outline(run, aside, outline);
        run.clear();
      }
    }
    outline(run, aside, outline);
    plot.area(
        series.name() + ", band", false, outline, series.look(), BAND_ALPHA, SeriesLines.NONE);
  }

  private void outline(List<Dot> run, double aside, Trace outline) {
    if (run.size() > 1) {
      run.forEach(dot -> outline.to(plot.x.at(dot.x()) + aside, plot.y.end(dot.high())));
      run.reversed().forEach(dot -> outline.to(plot.x.at(dot.x()) + aside, plot.y.end(dot.low())));
      outline.gap();
    }
  }

  /** Series with intervals at the same places stand beside each other, so that none hides one. */
  private double aside(Mark.Series series) {
    int index = beside.indexOf(series);
    if (index < 0 || beside.size() < 2) {
      return 0;
    }
    double pixels = Math.min(ASIDE_PIXELS, MOST_ASIDE_PIXELS / (beside.size() - 1));
    return (index - (beside.size() - 1) / 2.0) * pixels * plot.x.perPixel();
  }

  private boolean standsAside(Mark.Series series) {
    Scale x = plot.x.scale();
    return (x instanceof SizeScale || x instanceof LogScale)
        && series.look().tint() != Look.GREY
        && series.look().shape() != Look.Shape.STAR
        && !series.lying()
        && series.dots().stream().anyMatch(Dot::hasInterval);
  }

  /** Bars from zero, those of one place beside each other, with their intervals. */
  void bars(Mark.Bars bars) {
    boolean lying = FigureParts.hasRows(plot.figure);
    Plot.Side along = plot.side(!lying);
    Plot.Side across = plot.side(lying);
    double aside = FigureParts.barAside(plot.figure, bars);
    double half = FigureParts.halfBar(plot.figure);
    Trace boxes = new Trace(lying);
    Trace intervals = new Trace(lying);
    for (Dot dot : bars.dots()) {
      double place = along.at(lying ? dot.y() : dot.x()) + aside;
      double end = across.at(lying ? dot.x() : dot.y());
      if (Double.isFinite(place) && Double.isFinite(end)) {
        boxes.box(place - half, place + half, across.end(0), end);
      }
      if (dot.isThere() && dot.hasInterval()) {
        intervals.stroke(place, across.end(dot.low()), place, across.end(dot.high()));
      }
    }
    plot.area(bars.name(), true, boxes, bars.look(), BAR_ALPHA, Theme.stroke(1.2f));
    Color text = plot.theme.text();
    plot.line(bars.name() + ", intervals", false, intervals, text, Theme.stroke(1.1f));
  }
}
