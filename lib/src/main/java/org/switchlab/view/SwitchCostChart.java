package org.switchlab.view;

import java.util.List;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.XYStyler;
import org.switchlab.unit.Units;

/**
 * Switch cost over array size as an XChart chart, one line a stride.
 *
 * <p>The x axis is the binary logarithm of the array size in KiB ({@link #x}): XChart's logarithmic
 * axis knows only powers of ten. The y axis is in µs; where values lie far apart it is compressed
 * outside its linear part, and {@link #y} places a cost on it. Whoever adds a series of their own
 * uses both.
 */
public final class SwitchCostChart {

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
    HeadedChart chart = ChartLook.chart(figure.heading(), notes(scale));
    chart.setXAxisTitle("array size of each process (KiB)");
    chart.setYAxisTitle("cost of one switch (µs)");
    List<Long> sizes = figure.sizesBytes();
    double low = sizes.isEmpty() ? 0 : x(sizes.getFirst());
    double high = sizes.isEmpty() ? 10 : x(sizes.getLast());
    axes(chart, scale, low - MARGIN_OCTAVES, high + MARGIN_OCTAVES);
    marks(chart, figure, scale);
    if (figure.isEmpty()) {
      double middle = (scale.axisMin() + scale.axisMax()) / 2;
      chart.addAnnotation(PlotLabel.after(SwitchCostFigure.NOTHING, (low + high) / 2, middle));
    }
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

  private static List<String> notes(CostScale scale) {
    return scale.isLinear()
        ? List.of()
        : List.of(
            "The cost axis is linear between the dashed horizontals; beyond them each grid step is × %s."
                .formatted(CostScale.FACTOR));
  }

  /** Ranges that begin and end on a tick, and hints that make XChart choose exactly that step. */
  private static void axes(HeadedChart chart, CostScale scale, double low, double high) {
    XYStyler styler = chart.getStyler();
    styler.setXAxisMin(low);
    styler.setXAxisMax(high);
    styler.setXAxisTickMarkSpacingHint((int) (chart.getWidth() * PLOT_WIDTH_SHARE / (high - low)));
    chart.setCustomXAxisTickLabelsFormatter(x -> Units.kib(1024 * Math.pow(2, x)));
    // One step more at the top is where the names of the caches stand.
    double bottom = scale.axisMin() - MARGIN_STEPS * scale.stepUs();
    double top = scale.axisMax() + (1 + MARGIN_STEPS) * scale.stepUs();
    styler.setYAxisMin(bottom);
    styler.setYAxisMax(top);
    double steps = (top - bottom) / scale.stepUs();
    double plotHeight = chart.getHeight() - chart.headHeight() - BELOW_PLOT;
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
        chart.addAnnotation(PlotLabel.after(name, x, scale.axisMax() + scale.stepUs() / 2));
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
