package org.switchlab.draw;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Annotation;
import org.knowm.xchart.style.lines.SeriesLines;
import org.switchlab.draw.Plot.Trace;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;

/** Draws what fills: histograms with single values below, stretches of time, strips and grids. */
record BoxMarks(Plot plot) {

  /** Room for marks a value below the axis; where they begin and end in it. In pixels. */
  static final int RUG_PIXELS = 28;

  private static final int RUG_TOP = 6;
  private static final int RUG_FOOT = 24;

  /** Half the height of a stretch, in rows; one in which nothing is done is thin. */
  private static final double HALF_HEIGHT = 0.3;

  private static final double THIN_HALF_HEIGHT = 0.06;
  private static final int STEPS_ALPHA = 70;
  private static final int STRIP_ALPHA = 46;
  private static final int OPAQUE = 255;

  /** The outline of each run of bins that are not empty. */
  void steps(Mark.Steps steps) {
    double foot = plot.y.end(0);
    Trace outline = new Trace(false);
    List<Double> counts = steps.counts();
    for (int bin = 0; bin < counts.size(); bin++) {
      if (counts.get(bin) == 0) {
        continue;
      }
      double left = plot.x.at(steps.edges().get(bin));
      double right = plot.x.at(steps.edges().get(bin + 1));
      double y = plot.y.at(counts.get(bin));
      if (bin == 0 || counts.get(bin - 1) == 0) {
        outline.to(left, foot);
      }
      outline.to(left, y).to(right, y);
      if (bin == counts.size() - 1 || counts.get(bin + 1) == 0) {
        outline.to(right, foot).gap();
      }
    }
    plot.area(steps.name(), true, outline, steps.look(), STEPS_ALPHA, Theme.line(steps.look()));
  }

  /** A stroke a value below the axis. */
  void rug(Mark.Rug rug) {
    double top = plot.y.low() - RUG_TOP * plot.y.perPixel();
    double foot = plot.y.low() - RUG_FOOT * plot.y.perPixel();
    Trace marks = new Trace(false);
    rug.values().stream()
        .mapToDouble(plot.x::at)
        .filter(plot.x::holds)
        .forEach(x -> marks.stroke(x, top, x, foot));
    plot.line(rug.name(), true, marks, plot.theme.note(), Theme.stroke(1.4f));
  }

  /** A rectangle a stretch. */
  void spans(Mark.Spans spans) {
    boolean thin = spans.look().tint() == Look.GREY;
    double half = (thin ? THIN_HALF_HEIGHT : HALF_HEIGHT) * plot.y.scale().step();
    Trace boxes = new Trace(false);
    for (Mark.Span span : spans.spans()) {
      double row = plot.y.at(span.row());
      boxes.box(plot.x.end(span.from()), plot.x.end(span.to()), row - half, row + half);
    }
    plot.area(spans.name(), true, boxes, spans.look(), OPAQUE, SeriesLines.NONE);
  }

  /** A veil from edge to edge. */
  void strip(Mark.Strip strip) {
    Plot.Side along = plot.side(strip.upright());
    Plot.Side across = plot.side(!strip.upright());
    double from = Math.clamp(along.end(strip.low()), along.low(), along.high());
    double to = Math.clamp(along.end(strip.high()), along.low(), along.high());
    Trace box = new Trace(!strip.upright()).box(from, to, across.low(), across.high());
    plot.area("strip", false, box, strip.look(), STRIP_ALPHA, SeriesLines.NONE);
  }

  /** A grid that hangs from the top of the y axis, with its name above. */
  void cells(Mark.Cells cells) {
    double above = plot.y.scale().axisMax() + 12 * plot.y.perPixel();
    plot.labels.add(cells.name(), plot.x.at(cells.left()), above, PlotLabels.Side.AFTER, true);
    plot.chart.addAnnotation(new Grid(plot, cells));
  }

  /** Shaded cells; where one has room for its text, it stands in it. */
  private static final class Grid extends Annotation {

    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 10);

    /** From this brightness of 255 on, black is read better than white. */
    private static final double LIGHT_FROM = 135;

    /** Cells smaller than this have no room for a gap between them, in pixels. */
    private static final int GAP_FROM_PIXELS = 6;

    private final Plot plot;
    private final Mark.Cells cells;

    Grid(Plot plot, Mark.Cells cells) {
      super(false);
      this.plot = plot;
      this.cells = cells;
    }

    @Override
    public void paint(Graphics2D g) {
      bounds = new Rectangle2D.Double();
      for (Mark.Cell cell : cells.cells()) {
        Rectangle2D box = box(cell);
        if (box.isEmpty()) {
          continue; // the scale has no such place, as a logarithm has none for zero
        }
        bounds.add(box);
        double width = box.getWidth();
        double height = box.getHeight();
        double gap = Math.min(width, height) > GAP_FROM_PIXELS ? 1 : 0;
        g.setColor(plot.theme.shade(cell.shade()));
        g.fill(new Rectangle2D.Double(box.getX(), box.getY(), width - gap, height - gap));
        write(g, cell, box);
      }
    }

    private Rectangle2D box(Mark.Cell cell) {
      double top = plot.y.scale().axisMax() - cell.row();
      double left = cells.left() + cell.column();
      double x = getXAxisScreenValue(plot.x.at(left));
      double y = getYAxisScreenValue(top);
      return new Rectangle2D.Double(
          x, y, getXAxisScreenValue(plot.x.at(left + 1)) - x, getYAxisScreenValue(top - 1) - y);
    }

    private void write(Graphics2D g, Mark.Cell cell, Rectangle2D box) {
      Rectangle2D text = FONT.getStringBounds(cell.text(), g.getFontRenderContext());
      if (text.getWidth() < box.getWidth() - 2 && text.getHeight() < box.getHeight() + 2) {
        g.setFont(FONT);
        g.setColor(isLight(plot.theme.shade(cell.shade())) ? Color.BLACK : Color.WHITE);
        g.drawString(
            cell.text(),
            (float) (box.getCenterX() - text.getWidth() / 2),
            (float) (box.getCenterY() - text.getCenterY()));
      }
    }

    /** Weighs the channels as ITU-R BT.601 does. */
    private static boolean isLight(Color color) {
      return 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue()
          > LIGHT_FROM;
    }
  }
}
