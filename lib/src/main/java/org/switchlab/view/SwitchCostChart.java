package org.switchlab.view;

import org.knowm.xchart.XYChart;

/**
 * Switch cost over array size as an XChart chart, one line a stride.
 *
 * <p>The x axis is the binary logarithm of the array size in KiB ({@link #x}). The y axis is in µs;
 * where values lie far apart it is compressed outside its linear part, and {@link #y} places a cost
 * on it. Whoever adds a series of their own uses both.
 */
public final class SwitchCostChart {

  private SwitchCostChart() {}

  /** A chart of {@code figure}; changing it changes nothing else. */
  public static XYChart of(SwitchCostFigure figure) {
    SymlogScale scale = CostScale.of(figure);
    HeadedChart chart = ChartLook.chart(figure.heading(), SizeAxes.notes("cost", scale));
    SizeAxes.add(chart, figure.sizesBytes(), scale, figure.caches());
    chart.setXAxisTitle("array size of each process (KiB)");
    chart.setYAxisTitle("cost of one switch (µs)");
    if (figure.isEmpty()) {
      SizeAxes.sayNothing(chart, scale);
    }
    new CostSeries(chart, figure, scale).add();
    return chart;
  }

  /** Where an array size stands on the x axis. */
  public static double x(long arrayBytes) {
    return SizeAxes.x(arrayBytes);
  }

  /** Where a cost stands on the y axis of {@code figure}'s chart. */
  public static double y(SwitchCostFigure figure, double costNs) {
    return CostScale.of(figure).toAxis(costNs / 1e3);
  }
}
