package org.switchlab.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.switchlab.figure.Figure;
import org.switchlab.figure.RowScale;
import org.switchlab.warning.Warning;

/** What all charts share: size, fonts, grid, and the text above the plot. */
final class ChartLook {

  private static final int WIDTH = 960;
  private static final int HEIGHT = 580;

  /** Height of a row that can be read, and of all that is no row, in pixels. */
  private static final int ROW_HEIGHT = 17;

  private static final int BESIDE_ROWS = 150;
  private static final int WARNINGS_SHOWN = 3;
  private static final Font AXIS_TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 12);

  private ChartLook() {}

  /** A chart with the heading of {@code figure}, without axes and series. */
  static HeadedChart chart(Figure figure, Theme theme) {
    int rows = figure.y().scale() instanceof RowScale scale ? scale.names().size() : 0;
    List<HeadedChart.Line> head = head(figure, theme);
    int height = HeadedChart.headHeight(head) + BESIDE_ROWS + rows * ROW_HEIGHT;
    HeadedChart chart = new HeadedChart(WIDTH, Math.max(HEIGHT, height), theme.text(), head);
    chart.setTitle(figure.heading().title());
    chart.setXAxisTitle(figure.x().title());
    chart.setYAxisTitle(figure.y().title());
    style(chart.getStyler(), theme);
    return chart;
  }

  private static List<HeadedChart.Line> head(Figure figure, Theme theme) {
    List<String> words = new ArrayList<>(List.of(figure.heading().provenance()));
    words.addAll(figure.notes());
    words.addAll(SymlogGuides.notes(figure));
    List<HeadedChart.Line> lines = new ArrayList<>();
    words.stream()
        .filter(text -> !text.isBlank())
        .flatMap(
            text -> TextWidth.wrap(text, HeadedChart.LINE, WIDTH - 2 * HeadedChart.MARGIN).stream())
        .forEach(text -> lines.add(new HeadedChart.Line(text, theme.note())));
    List<Warning> warnings = figure.heading().warnings();
    warnings.stream()
        .limit(WARNINGS_SHOWN)
        .forEach(w -> lines.add(new HeadedChart.Line("! " + w.message(), theme.warning())));
    if (warnings.size() > WARNINGS_SHOWN) {
      String more = "+ %s more".formatted(warnings.size() - WARNINGS_SHOWN);
      lines.add(new HeadedChart.Line(more, theme.warning()));
    }
    return lines;
  }

  private static void style(XYStyler styler, Theme theme) {
    styler.setLocale(Locale.ROOT);
    colors(styler, theme);
    styler.setPlotGridLinesStroke(new BasicStroke(0.8f));
    styler.setPlotContentSize(1);
    styler.setPlotMargin(0);
    styler.setChartPadding(12);
    styler.setAxisTickLabelsFont(HeadedChart.LINE);
    styler.setAxisTitleFont(AXIS_TITLE);
    styler.setLegendFont(HeadedChart.LINE);
    styler.setLegendPosition(LegendPosition.OutsideE);
    styler.setLegendSeriesLineLength(28);
    styler.setMarkerSize(7);
  }

  private static void colors(XYStyler styler, Theme theme) {
    styler.setChartBackgroundColor(theme.ground());
    styler.setPlotBackgroundColor(theme.ground());
    styler.setLegendBackgroundColor(theme.ground());
    styler.setLegendBorderColor(theme.ground());
    styler.setChartFontColor(theme.text());
    styler.setXAxisTitleColor(theme.text());
    styler.setYAxisTitleColor(theme.text());
    styler.setAxisTickLabelsColor(theme.text());
    styler.setXAxisTickLabelsColor(theme.text());
    styler.setYAxisTickLabelsColor(theme.text());
    styler.setAxisTickMarksColor(theme.note());
    styler.setXAxisTickMarksColor(theme.note());
    styler.setYAxisTickMarksColor(theme.note());
    styler.setPlotBorderVisible(true);
    styler.setPlotBorderColor(theme.note());
    styler.setPlotGridLinesColor(theme.grid());
    styler.setSeriesColors(theme.palette().toArray(Color[]::new));
  }
}
