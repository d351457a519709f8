package org.switchlab.draw;

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

/** Draws series: points, lines, their intervals as strokes, and those of neighbours as a band. */
final class SeriesMarks {

  /** Distance of neighbouring series at one place, and of the outermost ones at most, in pixels. */
  private static final double ASIDE_PIXELS = 3;

  private static final double MOST_ASIDE_PIXELS = 24;
  private static final int BAND_ALPHA = 26;

  private final Plot plot;
  private final List<Mark.Series> beside;

  SeriesMarks(Plot plot) {
    this.plot = plot;
    this.beside =
        plot.figure().marks(Mark.Series.class).stream().filter(this::standsAside).toList();
  }

  void add(Mark.Series series) {
    Look look = series.look();
    Trace points = new Trace();
    Trace intervals = new Trace();
    double aside = aside(series);
    for (Dot dot : series.dots()) {
      double x = plot.figure().atX(dot.x()) + aside;
      double y = plot.figure().atY(dot.y());
      points.to(x, y);
      if (dot.reaches(series.lying())) {
        if (series.lying()) {
          intervals.stroke(plot.endX(dot.low()), y, plot.endX(dot.high()), y);
        } else {
          intervals.stroke(x, plot.endY(dot.low()), x, plot.endY(dot.high()));
        }
      }
    }
    if (look.band() && !series.lying()) {
      band(series, aside);
    }
    boolean intervalsAlone = Signs.isIntervalAlone(look);
    plot.line(
        intervalsAlone ? series.name() : series.name() + ", intervals",
        intervalsAlone,
        intervals,
        plot.theme().color(look.tint()),
        Signs.interval(look, series.lying()));
    if (!intervalsAlone) {
      plot.points(series.name(), true, points, look);
    } else if (look.shape() == Look.Shape.THICK) {
      values(series, aside);
    }
  }

  /** Strokes across thick intervals where the values lie; longer, so that each can be seen. */
  private void values(Mark.Series series, double aside) {
    double halfX = Signs.THICK * plot.frame().perPixelX();
    double halfY = Signs.THICK * plot.frame().perPixelY();
    Trace across = new Trace();
    for (Dot dot : series.dots()) {
      double x = plot.figure().atX(dot.x()) + aside;
      double y = plot.figure().atY(dot.y());
      if (series.lying()) {
        across.stroke(x, y - halfY, x, y + halfY);
      } else {
        across.stroke(x - halfX, y, x + halfX, y);
      }
    }
    Color color = plot.theme().color(series.look().tint());
    plot.line(series.name() + ", values", false, across, color, Signs.stroke(2));
  }

  /** The outline of each run of neighbours that have intervals. */
  private void band(Mark.Series series, double aside) {
    Trace outline = new Trace();
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
        series.name() + ", band",
        false,
        outline,
        Theme.veil(plot.theme().color(series.look().tint()), BAND_ALPHA),
        plot.theme().ground(),
        SeriesLines.NONE);
  }

  private void outline(List<Dot> run, double aside, Trace outline) {
    if (run.size() > 1) {
      run.forEach(dot -> outline.to(plot.figure().atX(dot.x()) + aside, plot.endY(dot.high())));
      run.reversed()
          .forEach(dot -> outline.to(plot.figure().atX(dot.x()) + aside, plot.endY(dot.low())));
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
    return (index - (beside.size() - 1) / 2.0) * pixels * plot.frame().perPixelX();
  }

  private boolean standsAside(Mark.Series series) {
    Scale x = plot.figure().x().scale();
    return (x instanceof SizeScale || x instanceof LogScale)
        && series.look().tint() != Look.GREY
        && series.look().shape() != Look.Shape.STAR
        && !series.lying()
        && series.dots().stream().anyMatch(Dot::hasInterval);
  }
}
