package org.switchlab.draw;

import java.awt.Color;
import org.knowm.xchart.style.lines.SeriesLines;
import org.switchlab.draw.PlotLabels.Side;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.Scale;

/**
 * Draws rules and strips. An upright rule of a published number outside the picture becomes an
 * arrow at the nearer edge; others outside are left out.
 */
final class RuleMarks {

  private static final int STRIP_ALPHA = 46;

  /** Distance of names from the head of the plot, in pixels. */
  private static final int HEAD_PIXELS = 14;

  private final Plot plot;

  RuleMarks(Plot plot) {
    this.plot = plot;
  }

  /** Whether a rule has words in the plot. */
  static boolean hasWords(Mark.Rule rule, Figure figure) {
    Scale scale = rule.upright() ? figure.x().scale() : figure.y().scale();
    return isIn(rule, scale)
        ? !rule.inLegend()
        : rule.upright() && rule.look().stroke() == Look.Stroke.DOTTED;
  }

  private static boolean isIn(Mark.Rule rule, Scale scale) {
    // What a logarithmic axis lets stand on its end lies outside of it all the same.
    double place = scale.toAxis(rule.at());
    double back = scale.toValue(place);
    return place >= scale.axisMin()
        && place <= scale.axisMax()
        && Math.abs(back - rule.at()) <= 1e-6 * Math.max(1, Math.abs(rule.at()));
  }

  void add(Mark.Rule rule) {
    Figure figure = plot.figure();
    Scale scale = rule.upright() ? figure.x().scale() : figure.y().scale();
    boolean in = isIn(rule, scale);
    if (in) {
      plot.line(
          rule.name(),
          rule.inLegend(),
          plot.frame().through(scale.toAxis(rule.at()), rule.upright()),
          plot.theme().color(rule.look().tint()),
          rule.inLegend() ? Signs.line(rule.look()) : Signs.thin(rule.look()));
    }
    if (!hasWords(rule, figure)) {
      return;
    }
    double head = plot.frame().top() - HEAD_PIXELS * plot.frame().perPixelY();
    if (!rule.upright()) {
      double right = plot.frame().right();
      plot.labels().add(rule.name(), right, figure.atY(rule.at()), Side.BEFORE_ABOVE, true);
    } else if (in) {
      plot.labels().add(rule.name(), figure.atX(rule.at()), head, Side.AFTER, true);
    } else if (rule.at() < scale.toValue(scale.axisMin())) {
      plot.labels().add("← " + rule.name(), plot.frame().left(), head, Side.AFTER, true);
    } else {
      plot.labels().add(rule.name() + " →", plot.frame().right(), head, Side.BEFORE, true);
    }
  }

  void add(Mark.Strip strip) {
    Frame frame = plot.frame();
    Trace box = new Trace();
    if (strip.upright()) {
      double left = Math.clamp(plot.endX(strip.low()), frame.left(), frame.right());
      double right = Math.clamp(plot.endX(strip.high()), frame.left(), frame.right());
      box.box(left, right, frame.bottom(), frame.top());
    } else {
      double low = Math.clamp(plot.endY(strip.low()), frame.bottom(), frame.top());
      double high = Math.clamp(plot.endY(strip.high()), frame.bottom(), frame.top());
      box.box(frame.left(), frame.right(), low, high);
    }
    Color color = plot.theme().color(strip.look().tint());
    plot.area("strip", false, box, Theme.veil(color, STRIP_ALPHA), color, SeriesLines.NONE);
  }
}
