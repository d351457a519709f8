package org.switchlab.draw;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.internal.chartpart.Annotation;
import org.switchlab.figure.Mark;

/** A grid of shaded cells; where a cell has room for its text, it stands in it. */
final class CellMarks extends Annotation {

  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 10);

  /** From this brightness of 255 on, black is read better than white. */
  private static final double LIGHT_FROM = 135;

  /** Cells smaller than this have no room for a gap between them, in pixels. */
  private static final int GAP_FROM_PIXELS = 6;

  private final Plot plot;
  private final Mark.Cells cells;
  private final double top;

  private CellMarks(Plot plot, Mark.Cells cells) {
    super(false);
    this.plot = plot;
    this.cells = cells;
    this.top = plot.figure().y().scale().axisMax();
  }

  /** Draws a grid that hangs from the top of the y axis, with its name above. */
  static CellMarks of(Plot plot, Mark.Cells cells) {
    double above = plot.figure().y().scale().axisMax() + 12 * plot.frame().perPixelY();
    double left = plot.figure().atX(cells.left());
    plot.labels().add(cells.name(), left, above, PlotLabels.Side.AFTER, true);
    return new CellMarks(plot, cells);
  }

  @Override
  public void paint(Graphics2D g) {
    bounds = new Rectangle2D.Double();
    for (Mark.Cell cell : cells.cells()) {
      Rectangle2D box = box(cell);
      bounds.add(box);
      double gap = Math.min(box.getWidth(), box.getHeight()) > GAP_FROM_PIXELS ? 1 : 0;
      g.setColor(plot.theme().shade(cell.shade()));
      g.fill(
          new Rectangle2D.Double(
              box.getX(), box.getY(), box.getWidth() - gap, box.getHeight() - gap));
      write(g, cell, box);
    }
  }

  private Rectangle2D box(Mark.Cell cell) {
    double left = plot.figure().atX(cells.left() + cell.column());
    double right = plot.figure().atX(cells.left() + cell.column() + 1);
    double screenLeft = getXAxisScreenValue(left);
    double screenTop = getYAxisScreenValue(top - cell.row());
    return new Rectangle2D.Double(
        screenLeft,
        screenTop,
        getXAxisScreenValue(right) - screenLeft,
        getYAxisScreenValue(top - cell.row() - 1) - screenTop);
  }

  private void write(Graphics2D g, Mark.Cell cell, Rectangle2D box) {
    Rectangle2D text = FONT.getStringBounds(cell.text(), g.getFontRenderContext());
    if (text.getWidth() < box.getWidth() - 2 && text.getHeight() < box.getHeight() + 2) {
      g.setFont(FONT);
      g.setColor(isLight(plot.theme().shade(cell.shade())) ? Color.BLACK : Color.WHITE);
      g.drawString(
          cell.text(),
          (float) (box.getCenterX() - text.getWidth() / 2),
          (float) (box.getCenterY() - text.getCenterY()));
    }
  }

  /** Weighs the channels as ITU-R BT.601 does. */
  private static boolean isLight(Color color) {
    return 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue() > LIGHT_FROM;
  }
}
