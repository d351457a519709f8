package org.switchlab.view;

import java.util.List;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.XYStyler;
import org.switchlab.unit.Units;

/**
 * The axes of every figure over array size: the binary logarithm of the size in KiB below, since
 * XChart's logarithmic axis knows only powers of ten, a symlog scale at the side, and caches
 * marked.
 */
final class SizeAxes {

  /** The plot's share of the picture's width, the rest being tick labels and legend. */
  private static final double PLOT_WIDTH_SHARE = 0.78;

  /** Room beside the first and last size, in powers of two. */
  private static final double MARGIN_OCTAVES = 0.4;

  /** Room above and below the ticks, in ticks, without which XChart leaves out the outer ones. */
  private static final double MARGIN_STEPS = 0.3;

  /** Height of the x axis and the paddings, in pixels. */
  private static final int BELOW_PLOT = 70;

  private SizeAxes() {}

  /** Where an array size stands on the x axis. */
  static double x(long arrayBytes) {
    return Math.log(arrayBytes / 1024.0) / Math.log(2);
  }

  /** What a reader must know of the scale; nothing while it is linear. */
  static List<String> notes(String axis, SymlogScale scale) {
    return scale.isLinear()
        ? List.of()
        : List.of(
            "The %s axis is linear between the dashed horizontals; beyond them each grid step is × %s."
                .formatted(axis, SymlogScale.FACTOR));
  }

  /**
   * Gives {@code chart} its axes and marks.
   *
   * @param sizesBytes the sizes shown, in bytes, rising; if there are none the chart says so
   */
  static void add(
      HeadedChart chart, List<Long> sizesBytes, SymlogScale scale, List<CacheMark> caches) {
    double low = sizesBytes.isEmpty() ? 0 : x(sizesBytes.getFirst());
    double high = sizesBytes.isEmpty() ? 10 : x(sizesBytes.getLast());
    axes(chart, scale, low - MARGIN_OCTAVES, high + MARGIN_OCTAVES);
    mark(chart, caches, scale);
  }

  /** Says in the middle of the plot that nothing was measured. */
  static void sayNothing(XYChart chart, SymlogScale scale) {
    double x = (chart.getStyler().getXAxisMin() + chart.getStyler().getXAxisMax()) / 2;
    double y = (scale.axisMin() + scale.axisMax()) / 2;
    chart.addAnnotation(PlotLabel.after(SwitchCostFigure.NOTHING, x, y));
  }

  /** Ranges that begin and end on a tick, and hints that make XChart choose exactly that step. */
  private static void axes(HeadedChart chart, SymlogScale scale, double low, double high) {
    XYStyler styler = chart.getStyler();
    styler.setXAxisMin(low);
    styler.setXAxisMax(high);
    styler.setXAxisTickMarkSpacingHint((int) (chart.getWidth() * PLOT_WIDTH_SHARE / (high - low)));
    chart.setCustomXAxisTickLabelsFormatter(x -> Units.kib(1024 * Math.pow(2, x)));
    upright(chart, scale);
  }

  /** The axis at the side alone. */
  static void upright(HeadedChart chart, SymlogScale scale) {
    XYStyler styler = chart.getStyler();
    // One step more at the top is where the names of the caches stand.
    double bottom = scale.axisMin() - MARGIN_STEPS * scale.step();
    double top = scale.axisMax() + (1 + MARGIN_STEPS) * scale.step();
    styler.setYAxisMin(bottom);
    styler.setYAxisMax(top);
    double steps = (top - bottom) / scale.step();
    double plotHeight = chart.getHeight() - chart.headHeight() - BELOW_PLOT;
    styler.setYAxisTickMarkSpacingHint((int) (plotHeight / steps));
    chart.setCustomYAxisTickLabelsFormatter(scale::label);
  }

  private static void mark(XYChart chart, List<CacheMark> caches, SymlogScale scale) {
    double low = chart.getStyler().getXAxisMin();
    double high = chart.getStyler().getXAxisMax();
    for (CacheMark cache : caches) {
      double x = x(cache.bytes());
      if (x >= low && x <= high) {
        chart.addAnnotation(new AnnotationLine(x, true, false));
        String name = cache.name() + " " + Units.bytes(cache.bytes());
        chart.addAnnotation(PlotLabel.after(name, x, scale.axisMax() + scale.step() / 2));
      }
    }
    if (scale.max() > scale.linearHigh()) {
      chart.addAnnotation(new AnnotationLine(scale.linearHigh(), false, false));
    }
    if (scale.min() < scale.linearLow()) {
      chart.addAnnotation(new AnnotationLine(scale.linearLow(), false, false));
    }
  }
}
