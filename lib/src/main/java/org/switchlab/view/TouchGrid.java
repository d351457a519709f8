package org.switchlab.view;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.internal.chartpart.Annotation;
import org.switchlab.estimate.AccessPattern;
import org.switchlab.plan.Point;

/**
 * The elements of an array as cells, a row a cache line, shaded by when they are touched: dark
 * early, light late. Where a cell has room for it, the number of the touch stands in it.
 */
final class TouchGrid extends Annotation {

  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 10);
  private static final Color EARLY = new Color(0x08, 0x30, 0x6B);
  private static final Color LATE = new Color(0xEF, 0xF6, 0xFC);

  /** From here on the shade is so light that black is read better than white. */
  private static final double LIGHT_FROM = 0.5;

  private final AccessPattern pattern;
  private final int[] touches;
  private final double left;
  private final int lines;

  /**
   * A grid.
   *
   * @param left where it begins on the x axis, on which an element is 1 wide
   * @param lines how many lines are drawn; line i lies between −i and −i − 1 on the y axis
   */
  TouchGrid(AccessPattern pattern, double left, int lines) {
    super(false);
    this.pattern = pattern;
    this.touches = pattern.touchByIndex();
    this.left = left;
    this.lines = lines;
  }

  @Override
  public void paint(Graphics2D g) {
    int perLine = pattern.lineBytes() / Point.ELEMENT_BYTES;
    int cells = Math.min(touches.length, lines * perLine);
    for (int index = 0; index < cells; index++) {
      if (touches[index] >= 0) {
        cell(g, touches[index], left + index % perLine, -(index / perLine));
      }
    }
    bounds = box(left, 0, perLine, lines);
  }

  private Rectangle2D box(double x, double y, int width, int height) {
    double screenLeft = getXAxisScreenValue(x);
    double screenTop = getYAxisScreenValue(y);
    return new Rectangle2D.Double(
        screenLeft,
        screenTop,
        getXAxisScreenValue(x + width) - screenLeft,
        getYAxisScreenValue(y - height) - screenTop);
  }

  private void cell(Graphics2D g, int touch, double x, double y) {
    double late = pattern.touches() < 2 ? 0 : (double) touch / (pattern.touches() - 1);
    Rectangle2D box = box(x, y, 1, 1);
    double gap = box.getHeight() > 6 ? 1 : 0;
    g.setColor(shade(late));
    g.fill(
        new Rectangle2D.Double(
            box.getX(), box.getY(), box.getWidth() - gap, box.getHeight() - gap));
    String number = Integer.toString(touch);
    Rectangle2D text = FONT.getStringBounds(number, g.getFontRenderContext());
    if (text.getWidth() < box.getWidth() - 2 && text.getHeight() < box.getHeight()) {
      g.setFont(FONT);
      g.setColor(late < LIGHT_FROM ? Color.WHITE : Color.BLACK);
      g.drawString(
          number,
          (float) (box.getCenterX() - text.getWidth() / 2),
          (float) (box.getCenterY() - text.getCenterY()));
    }
  }

  private static Color shade(double late) {
    return new Color(
        between(EARLY.getRed(), LATE.getRed(), late),
        between(EARLY.getGreen(), LATE.getGreen(), late),
        between(EARLY.getBlue(), LATE.getBlue(), late));
  }

  private static int between(int early, int late, double share) {
    return (int) Math.round(early + share * (late - early));
  }
}
