package org.switchlab.draw;

import java.awt.Color;
import java.util.List;
import java.util.stream.DoubleStream;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;

/** Draws bars from zero, those of one place beside each other, with their intervals. */
final class BarMarks {

  /** Share of the distance of two places that the bars of one take. */
  private static final double GROUP_SHARE = 0.8;

  private static final int FILL_ALPHA = 120;

  private final Plot plot;
  private final List<Mark.Bars> all;
  private final boolean lying;

  BarMarks(Plot plot) {
    this.plot = plot;
    this.all = plot.figure().marks(Mark.Bars.class);
    this.lying = plot.figure().y().scale() instanceof RowScale;
  }

  void add(Mark.Bars bars) {
    double group = GROUP_SHARE * distance();
    double width = group / all.size();
    double aside = (all.indexOf(bars) + 0.5) * width - group / 2;
    double zero = lying ? plot.endX(0) : plot.endY(0);
    Trace boxes = new Trace();
    Trace intervals = new Trace();
    for (Dot dot : bars.dots()) {
      // Rows count downward, so there the first of a group stands highest.
      double centre =
          lying ? plot.figure().atY(dot.y()) - aside : plot.figure().atX(dot.x()) + aside;
      double end = lying ? plot.figure().atX(dot.x()) : plot.figure().atY(dot.y());
      box(boxes, centre, width, zero, end);
      if (dot.isThere() && dot.hasInterval()) {
        interval(intervals, centre, dot);
      }
    }
    Color color = plot.theme().color(bars.look().tint());
    plot.area(bars.name(), true, boxes, Theme.veil(color, FILL_ALPHA), color, Signs.stroke(1.2f));
    plot.line(
        bars.name() + ", intervals", false, intervals, plot.theme().text(), Signs.stroke(1.1f));
  }

  private void box(Trace boxes, double centre, double width, double zero, double end) {
    if (!Double.isFinite(centre) || !Double.isFinite(end)) {
      return;
    }
    double from = centre - 0.46 * width;
    double to = centre + 0.46 * width;
    if (lying) {
      boxes.box(zero, end, from, to);
    } else {
      boxes.box(from, to, zero, end);
    }
  }

  private void interval(Trace intervals, double centre, Dot dot) {
    if (lying) {
      intervals.stroke(plot.endX(dot.low()), centre, plot.endX(dot.high()), centre);
    } else {
      intervals.stroke(centre, plot.endY(dot.low()), centre, plot.endY(dot.high()));
    }
  }

  /** The least distance of two places, or a step of the axis if there is one place alone. */
  private double distance() {
    double[] places =
        all.stream()
            .flatMap(bars -> bars.dots().stream())
            .mapToDouble(dot -> lying ? plot.figure().atY(dot.y()) : plot.figure().atX(dot.x()))
            .filter(Double::isFinite)
            .sorted()
            .distinct()
            .toArray();
    double step = lying ? plot.figure().y().scale().step() : plot.figure().x().scale().step();
    DoubleStream.Builder apart = DoubleStream.builder();
    for (int i = 1; i < places.length; i++) {
      apart.add(places[i] - places[i - 1]);
    }
    return apart.build().min().orElse(step);
  }
}
