package org.switchlab.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.switchlab.figure.Figure;
import org.switchlab.figure.RowScale;

/**
 * A chart in the look that all share, without axes and series, with the heading of its figure above
 * the plot; XChart's own title is one line.
 */
final class HeadedChart extends XYChart {

  private static final int WIDTH = 960;
  private static final int HEIGHT = 580;

  /** Height of a row that can be read, and of all that is no row, in pixels. */
  private static final int ROW_HEIGHT = 17;

  private static final int BESIDE_ROWS = 150;

  /** Room left and right of the heading, in pixels. */
  private static final int MARGIN = 14;

  private static final int TITLE_HEIGHT = 24;
  private static final int LINE_HEIGHT = 16;
  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
  private static final Font AXIS_TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 12);

  private final List<Line> lines = new ArrayList<>();

  /** A line under the title, cut off with an ellipsis where the chart ends. */
  private record Line(String text, Color color) {}

  HeadedChart(Figure figure, Theme theme) {
    super(WIDTH, HEIGHT);
    for (String text : FigureParts.explanations(figure)) {
      PlotLabels.wrap(text, WIDTH - 2 * MARGIN)
          .forEach(line -> lines.add(new Line(line, theme.note())));
    }
    FigureParts.doubts(figure).forEach(line -> lines.add(new Line(line, theme.warning())));
    int rows = figure.y().scale() instanceof RowScale scale ? scale.names().size() : 0;
    setHeight(Math.max(HEIGHT, headHeight() + BESIDE_ROWS + rows * ROW_HEIGHT));
    setTitle(figure.heading().title());
    setXAxisTitle(figure.x().title());
    setYAxisTitle(figure.y().title());
    style(getStyler());
    color(getStyler(), theme);
  }

  /** Height of the text above the plot, in pixels. */
  int headHeight() {
    return MARGIN + TITLE_HEIGHT + lines.size() * LINE_HEIGHT;
  }

  private static void style(XYStyler styler) {
    styler.setLocale(Locale.ROOT);
    styler.setChartTitleVisible(false);
    styler.setPlotGridLinesStroke(new BasicStroke(0.8f));
    styler.setPlotContentSize(1);
    styler.setPlotMargin(0);
    styler.setChartPadding(12);
    styler.setAxisTickLabelsFont(PlotLabels.FONT);
    styler.setAxisTitleFont(AXIS_TITLE);
    styler.setLegendFont(PlotLabels.FONT);
    styler.setLegendPosition(LegendPosition.OutsideE);
    styler.setLegendSeriesLineLength(28);
    styler.setMarkerSize(7);
  }

  private static void color(XYStyler styler, Theme theme) {
    styler.setChartBackgroundColor(theme.ground());
    styler.setPlotBackgroundColor(theme.ground());
    styler.setLegendBackgroundColor(theme.ground());
    styler.setLegendBorderColor(theme.ground());
    styler.setChartFontColor(theme.text());
    styler.setXAxisTickLabelsColor(theme.text());
    styler.setYAxisTickLabelsColor(theme.text());
    styler.setXAxisTickMarksColor(theme.note());
    styler.setYAxisTickMarksColor(theme.note());
    styler.setPlotBorderColor(theme.note());
    styler.setPlotGridLinesColor(theme.grid());
    styler.setSeriesColors(theme.palette().toArray(Color[]::new));
  }

  @Override
  public void paint(Graphics2D g, int width, int height) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(getStyler().getChartBackgroundColor());
    g.fill(new Rectangle2D.Double(0, 0, width, height));
    int baseline = MARGIN + TITLE_HEIGHT / 2;
    write(g, new Line(getTitle(), getStyler().getChartFontColor()), TITLE, baseline, width);
    for (Line line : lines) {
      baseline += LINE_HEIGHT;
      write(g, line, PlotLabels.FONT, baseline, width);
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
    g.drawString(PlotLabels.cut(line.text(), font, width - 2 * MARGIN), MARGIN, baseline);
  }
}
