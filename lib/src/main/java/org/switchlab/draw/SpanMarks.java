package org.switchlab.draw;

import java.awt.Color;
import org.knowm.xchart.style.lines.SeriesLines;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;

/** Draws stretches of time in rows. */
final class SpanMarks {

  /** Half the height of a stretch, in rows; one in which nothing is done is thin. */
  private static final double HALF_HEIGHT = 0.3;

  private static final double THIN_HALF_HEIGHT = 0.06;

  private final Plot plot;

  SpanMarks(Plot plot) {
    this.plot = plot;
  }

  void add(Mark.Spans spans) {
    boolean thin = spans.look().tint() == Look.GREY;
    double half = (thin ? THIN_HALF_HEIGHT : HALF_HEIGHT) * plot.figure().y().scale().step();
    Trace boxes = new Trace();
    for (Mark.Span span : spans.spans()) {
      double row = plot.figure().atY(span.row());
      boxes.box(plot.endX(span.from()), plot.endX(span.to()), row - half, row + half);
    }
    Color color = plot.theme().color(spans.look().tint());
    plot.area(spans.name(), true, boxes, color, color, SeriesLines.NONE);
  }
}
