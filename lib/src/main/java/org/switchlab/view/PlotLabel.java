package org.switchlab.view;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.internal.chartpart.Annotation;

/**
 * A word inside the plot that stands a few pixels beside a place on the axes; XChart's own text is
 * centred on the place and covers what it names.
 */
final class PlotLabel extends Annotation {

  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
  private static final Color VEIL = new Color(255, 255, 255, 200);
  private static final int GAP = 4;
  private static final int BASELINE_BELOW = 4;

  private final String text;
  private final double x;
  private final double y;
  private final boolean before;

  private PlotLabel(String text, double x, double y, boolean before) {
    super(false);
    this.text = text;
    this.x = x;
    this.y = y;
    this.before = before;
  }

  /** {@code text} to the right of the place ({@code x}, {@code y}) on the axes. */
  static PlotLabel after(String text, double x, double y) {
    return new PlotLabel(text, x, y, false);
  }

  /** {@code text} to the left of the place ({@code x}, {@code y}) on the axes. */
  static PlotLabel before(String text, double x, double y) {
    return new PlotLabel(text, x, y, true);
  }

  @Override
  public void paint(Graphics2D g) {
    if (!isVisible) {
      return;
    }
    Rectangle2D box = FONT.getStringBounds(text, g.getFontRenderContext());
    double place = getXAxisScreenValue(x);
    double left = before ? place - GAP - box.getWidth() : place + GAP;
    double baseline = getYAxisScreenValue(y) + BASELINE_BELOW;
    bounds =
        new Rectangle2D.Double(
            left - 1, baseline + box.getY(), box.getWidth() + 2, box.getHeight());
    g.setColor(VEIL);
    g.fill(bounds);
    g.setFont(FONT);
    g.setColor(Palette.GREY);
    g.drawString(text, (float) left, (float) baseline);
  }
}
