package org.switchlab.draw;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.knowm.xchart.XYChart;

/** An XY chart with lines of text between its title and its plot; XChart's title is one line. */
final class HeadedChart extends XYChart {

  /** Font of the lines under the title. */
  static final Font LINE = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

  /** Room left and right of the text, in pixels. */
  static final int MARGIN = 14;

  private static final int TITLE_HEIGHT = 24;
  private static final int LINE_HEIGHT = 16;
  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);

  private final Color titleColor;
  private final List<Line> lines;

  /**
   * A line under the title.
   *
   * @param text cut off with an ellipsis where the chart ends
   * @param color its colour
   */
  record Line(String text, Color color) {}

  HeadedChart(int width, int height, Color titleColor, List<Line> lines) {
    super(width, height);
    this.titleColor = titleColor;
    this.lines = List.copyOf(lines);
    getStyler().setChartTitleVisible(false);
  }

  /** Height of the text above the plot, in pixels. */
  int headHeight() {
    return headHeight(lines);
  }

  /** Height of the title with {@code lines} under it, in pixels. */
  static int headHeight(List<Line> lines) {
    return MARGIN + TITLE_HEIGHT + lines.size() * LINE_HEIGHT;
  }

  @Override
  public void paint(Graphics2D g, int width, int height) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(getStyler().getChartBackgroundColor());
    g.fill(new Rectangle2D.Double(0, 0, width, height));
    int baseline = MARGIN + TITLE_HEIGHT / 2;
    write(g, new Line(getTitle(), titleColor), TITLE, baseline, width);
    for (Line line : lines) {
      baseline += LINE_HEIGHT;
      write(g, line, LINE, baseline, width);
    }
    g.translate(0, headHeight());
    super.paint(g, width, height - headHeight());
    g.translate(0, -headHeight());
    // Painting stores the height it was given, and encoders ask for it to size the picture.
    setHeight(height);
  }

  private static void write(Graphics2D g, Line line, Font font, int baseline, int width) {
    g.setFont(font);
    g.setColor(line.color());
    g.drawString(TextWidth.cut(line.text(), font, width - 2 * MARGIN), MARGIN, baseline);
  }
}
