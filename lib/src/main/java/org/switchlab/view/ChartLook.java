package org.switchlab.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.switchlab.warning.Warning;

/** What all charts here share: size, fonts, grid, and the text above the plot. */
final class ChartLook {

  /** Dashes of lines that mark a place and measure nothing. */
  static final BasicStroke DASHED =
      new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {5, 4}, 0);

  /** Dots of what was published: looks like nothing that was measured. */
  static final BasicStroke DOTTED =
      new BasicStroke(
          1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {1, 4}, 0);

  private static final int WIDTH = 960;
  private static final int HEIGHT = 580;
  private static final int WARNINGS_SHOWN = 3;
  private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
  private static final Font AXIS_TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 12);

  private ChartLook() {}

  /** A chart without axes and series, with {@code notes} below its heading. */
  static HeadedChart chart(Heading heading, List<String> notes) {
    HeadedChart chart = new HeadedChart(WIDTH, HEIGHT, head(heading, notes));
    chart.setTitle(heading.title());
    style(chart.getStyler());
    return chart;
  }

  private static List<HeadedChart.Line> head(Heading heading, List<String> notes) {
    List<HeadedChart.Line> lines = new ArrayList<>();
    lines.add(new HeadedChart.Line(heading.provenance(), Palette.GREY));
    notes.forEach(note -> lines.add(new HeadedChart.Line(note, Palette.GREY)));
    List<Warning> warnings = heading.warnings();
    warnings.stream()
        .limit(WARNINGS_SHOWN)
        .forEach(w -> lines.add(new HeadedChart.Line("! " + w.message(), Palette.WARNING)));
    if (warnings.size() > WARNINGS_SHOWN) {
      String more = "+ %s more".formatted(warnings.size() - WARNINGS_SHOWN);
      lines.add(new HeadedChart.Line(more, Palette.WARNING));
    }
    return lines;
  }

  private static void style(XYStyler styler) {
    styler.setLocale(Locale.ROOT);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(true);
    styler.setPlotBorderColor(Palette.GREY);
    styler.setPlotGridLinesColor(Palette.LIGHT_GREY);
    styler.setPlotGridLinesStroke(new BasicStroke(0.8f));
    styler.setPlotContentSize(1);
    styler.setPlotMargin(0);
    styler.setChartPadding(12);
    styler.setAxisTickLabelsFont(LABEL);
    styler.setAxisTitleFont(AXIS_TITLE);
    styler.setLegendFont(LABEL);
    styler.setLegendPosition(LegendPosition.OutsideE);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setLegendSeriesLineLength(28);
    styler.setMarkerSize(7);
    styler.setAnnotationLineColor(Palette.GREY);
    styler.setAnnotationLineStroke(DASHED);
  }
}
