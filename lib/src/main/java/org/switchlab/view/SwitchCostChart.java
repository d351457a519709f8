package org.switchlab.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.switchlab.unit.Units;
import org.switchlab.warning.Warning;

/**
 * Switch cost over array size as an XChart chart, one line a stride.
 *
 * <p>The x axis is the binary logarithm of the array size in KiB ({@link #x}): XChart's logarithmic
 * axis knows only powers of ten. The y axis is in µs; where values lie far apart it is compressed
 * outside its linear part, and {@link #y} places a cost on it. Whoever adds a series of their own
 * uses both.
 */
public final class SwitchCostChart {

  private static final int WIDTH = 960;
  private static final int HEIGHT = 580;
  private static final int WARNINGS_SHOWN = 3;
  private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
  private static final Font AXIS_TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 12);

  /** The plot's share of the picture's width, the rest being tick labels and legend. */
  private static final double PLOT_WIDTH_SHARE = 0.78;

  /** Room beside the first and last size, in powers of two. */
  private static final double MARGIN_OCTAVES = 0.4;

  /** Room above and below the ticks, in ticks, without which XChart leaves out the outer ones. */
  private static final double MARGIN_STEPS = 0.3;

  /** Height of the x axis and the paddings, in pixels. */
  private static final int BELOW_PLOT = 70;

  private SwitchCostChart() {}

  /** A chart of {@code figure}; changing it changes nothing else. */
  public static XYChart of(SwitchCostFigure figure) {
    CostScale scale = CostScale.of(figure);
    HeadedChart chart = new HeadedChart(WIDTH, HEIGHT, head(figure, scale));
    chart.setTitle(figure.title());
    chart.setXAxisTitle("array size of each process (KiB)");
    chart.setYAxisTitle("cost of one switch (µs)");
    style(chart.getStyler());
    List<Long> sizes = figure.sizesBytes();
    double low = sizes.isEmpty() ? 0 : x(sizes.getFirst());
    double high = sizes.isEmpty() ? 10 : x(sizes.getLast());
    axes(chart, scale, low - MARGIN_OCTAVES, high + MARGIN_OCTAVES);
    marks(chart, figure, scale);
    new CostSeries(chart, figure, scale).add();
    return chart;
  }

  /** Where an array size stands on the x axis. */
  public static double x(long arrayBytes) {
    return Math.log(arrayBytes / 1024.0) / Math.log(2);
  }

  /** Where a cost stands on the y axis of {@code figure}'s chart. */
  public static double y(SwitchCostFigure figure, double costNs) {
    return CostScale.of(figure).toAxis(costNs / 1e3);
  }

  private static List<HeadedChart.Line> head(SwitchCostFigure figure, CostScale scale) {
    List<HeadedChart.Line> lines = new ArrayList<>();
    String subtitle =
        "%s · %s · %s".formatted(figure.source(), figure.machine(), figure.levelWords());
    lines.add(new HeadedChart.Line(subtitle, Palette.GREY));
    if (!scale.isLinear()) {
      String note =
          "The cost axis is linear between the dashed horizontals; beyond them each grid step is × %s."
              .formatted(CostScale.FACTOR);
      lines.add(new HeadedChart.Line(note, Palette.GREY));
    }
    List<Warning> warnings = figure.warnings();
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
    styler.setAnnotationLineStroke(
        new BasicStroke(
            1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {5, 4}, 0));
  }

  /** Ranges that begin and end on a tick, and hints that make XChart choose exactly that step. */
  private static void axes(HeadedChart chart, CostScale scale, double low, double high) {
    XYStyler styler = chart.getStyler();
    styler.setXAxisMin(low);
    styler.setXAxisMax(high);
    styler.setXAxisTickMarkSpacingHint((int) (WIDTH * PLOT_WIDTH_SHARE / (high - low)));
    chart.setCustomXAxisTickLabelsFormatter(x -> Units.kib(1024 * Math.pow(2, x)));
    // One step more at the top is where the names of the caches stand.
    double bottom = scale.axisMin() - MARGIN_STEPS * scale.stepUs();
    double top = scale.axisMax() + (1 + MARGIN_STEPS) * scale.stepUs();
    styler.setYAxisMin(bottom);
    styler.setYAxisMax(top);
    double steps = (top - bottom) / scale.stepUs();
    double plotHeight = HEIGHT - chart.headHeight() - BELOW_PLOT;
    styler.setYAxisTickMarkSpacingHint((int) (plotHeight / steps));
    chart.setCustomYAxisTickLabelsFormatter(scale::label);
  }

  private static void marks(XYChart chart, SwitchCostFigure figure, CostScale scale) {
    double low = chart.getStyler().getXAxisMin();
    double high = chart.getStyler().getXAxisMax();
    for (CacheMark cache : figure.caches()) {
      double x = x(cache.bytes());
      if (x >= low && x <= high) {
        chart.addAnnotation(new AnnotationLine(x, true, false));
        String name = cache.name() + " " + Units.bytes(cache.bytes());
        chart.addAnnotation(new PlotLabel(name, x, scale.axisMax() + scale.stepUs() / 2));
      }
    }
    if (scale.maxUs() > scale.linearHighUs()) {
      chart.addAnnotation(new AnnotationLine(scale.linearHighUs(), false, false));
    }
    if (scale.minUs() < scale.linearLowUs()) {
      chart.addAnnotation(new AnnotationLine(scale.linearLowUs(), false, false));
    }
  }
}
