package org.switchlab.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.style.lines.SeriesLines;
import org.switchlab.draw.Plot.Trace;
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

  /** How far the wings of an arrow stand aside, in pixels. */
  private static final int ARROW_PIXELS = 4;

  private static final int BAND_ALPHA = 26;
  private static final int BAR_ALPHA = 120;

  private final Plot plot;
  private final List<Mark.Series> beside;

  DotMarks(Plot plot) {
    this.plot = plot;
    this.beside = plot.figure.marks(Mark.Series.class).stream().filter(this::standsAside).toList();
  }

  /**
   * Where a dot and its interval stand; {@code NaN} where they do not.
   *
   * @param vague whether its place is hardly known
   * @param below whether its interval goes on below the axis, where it is cut off
   * @param above whether it goes on above
   */
  private record Spot(
      double along,
      double across,
      double low,
      double high,
      boolean vague,
      boolean below,
      boolean above) {}

  private List<Spot> spots(List<Dot> dots, boolean lying, double aside) {
    Plot.Side along = plot.side(!lying);
    Plot.Side across = plot.side(lying);
    List<Spot> spots = new ArrayList<>();
    for (Dot dot : dots) {
      double place = along.at(lying ? dot.y() : dot.x()) + aside;
      double value = across.at(lying ? dot.x() : dot.y());
      double low = dot.reaches(lying) ? across.end(dot.low()) : Double.NaN;
      double high = dot.reaches(lying) ? across.end(dot.high()) : Double.NaN;
      spots.add(
          new Spot(
              place,
              value,
              low,
              high,
              plot.figure.isVague(dot, lying),
              dot.goesBelow(across.scale()),
              dot.goesAbove(across.scale())));
    }
    return spots;
  }

  /** Points, lines, intervals as strokes, and those of neighbours as a band. */
  void series(Mark.Series series) {
    boolean lying = series.lying();
    Look look = series.look();
    String name = series.name();
    Color color = plot.theme.color(look.tint());
    List<Spot> spots = spots(series.dots(), lying, aside(series));
    if (look.band() && !lying) {
      plot.area(name + ", band", false, band(spots), look, BAND_ALPHA, SeriesLines.NONE);
    }
    Trace intervals = intervals(spots, lying);
    // Those that lie have rows to themselves.
    BasicStroke stroke = Theme.stroke(lying ? 2 : 1.1f);
    if (look.shape() == Look.Shape.THICK) {
      plot.line(name, true, intervals, color, Theme.stroke(THICK_PIXELS));
      plot.line(name + ", values", false, values(spots, lying), color, Theme.stroke(2));
    } else if (look.shape() == Look.Shape.NONE && look.stroke() == Look.Stroke.NONE) {
      plot.line(name, true, intervals, color, stroke);
    } else {
      plot.line(name + ", intervals", false, intervals, color, stroke);
      points(name, spots, lying, look);
    }
  }

  /** What is vague is hollow, over the sign that the line has there. */
  private void points(String name, List<Spot> spots, boolean lying, Look look) {
    Trace points = new Trace(lying);
    Trace hollow = new Trace(lying);
    for (Spot spot : spots) {
      points.to(spot.along, spot.across);
      if (spot.vague) {
        hollow.to(spot.along, spot.across);
      }
    }
    plot.points(name, true, points, look);
    plot.points(
        name + ", vague", false, hollow, look.with(Look.Stroke.NONE).with(Look.Shape.HOLLOW));
  }

  /** A stroke each; where it goes on beyond the axis it ends in an arrow. */
  private Trace intervals(List<Spot> spots, boolean lying) {
    Trace intervals = new Trace(lying);
    double side = ARROW_PIXELS * plot.side(!lying).perPixel();
    double length = 1.5 * ARROW_PIXELS * plot.side(lying).perPixel();
    for (Spot spot : spots) {
      intervals.stroke(spot.along, spot.low, spot.along, spot.high);
      if (spot.below) {
        intervals.arrow(spot.along, spot.low, side, length);
      }
      if (spot.above) {
        intervals.arrow(spot.along, spot.high, side, -length);
      }
    }
    return intervals;
  }

  /** Strokes across thick intervals where values lie; longer, so that each can be seen. */
  private Trace values(List<Spot> spots, boolean lying) {
    Trace values = new Trace(lying);
    double half = THICK_PIXELS * plot.side(!lying).perPixel();
    for (Spot spot : spots) {
      values.stroke(spot.along - half, spot.across, spot.along + half, spot.across);
    }
    return values;
  }

  /** The outline of each run of neighbours that have intervals. */
  private static Trace band(List<Spot> spots) {
    Trace outline = new Trace(false);
    List<Spot> run = new ArrayList<>();
    for (Spot spot : spots) {
      // A vague one would fill the picture.
      if (spot.vague || Double.isNaN(spot.along + spot.across + spot.low + spot.high)) {
        outline(run, outline);
        run.clear();
      } else {
        run.add(spot);
      }
    }
    outline(run, outline);
    return outline;
  }

  private static void outline(List<Spot> run, Trace outline) {
    if (run.size() > 1) {
      run.forEach(spot -> outline.to(spot.along, spot.high));
      run.reversed().forEach(spot -> outline.to(spot.along, spot.low));
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

  /** Bars, those of one place beside or on each other, with their intervals. */
  void bars(Mark.Bars bars) {
    boolean lying = FigureParts.hasRows(plot.figure);
    BarPlaces places = BarPlaces.of(plot.figure, bars);
    Plot.Side across = plot.side(lying);
    List<Dot> raised = places.raised();
    List<Spot> spots = spots(raised, lying, places.aside());
    Trace boxes = new Trace(lying);
    for (int i = 0; i < spots.size(); i++) {
      Spot spot = spots.get(i);
      if (Double.isFinite(spot.along) && Double.isFinite(spot.across)) {
        double foot = across.end(places.feet().get(i));
        boxes.box(spot.along - places.half(), spot.along + places.half(), foot, spot.across);
      }
    }
    plot.area(bars.name(), true, boxes, bars.look(), BAR_ALPHA, Theme.stroke(1.2f));
    List<Spot> whiskers = spots(raised, lying, places.aside() + places.whisker());
    Trace intervals =
        intervals(whiskers.stream().filter(spot -> !Double.isNaN(spot.across)).toList(), lying);
    Color text = plot.theme.text();
    plot.line(bars.name() + ", intervals", false, intervals, text, Theme.stroke(1.1f));
  }
}
