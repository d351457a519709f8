package org.switchlab.view;

import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.XYStyler;

/**
 * How the direct cost is distributed over the couples, as an XChart chart: one histogram of the
 * quiet couples, one of the disturbed.
 *
 * <p>The x axis is the cost of one switch in µs, the y axis counts couples in bins that both share.
 * Below zero each process has a mark at its median: layout differs by process, and its variation
 * shows as distance of the marks.
 */
public final class DirectCostChart {

  private static final int MOST_BINS = 60;

  /** Steps of the count axis, about. */
  private static final int COUNT_STEPS = 6;

  /** Room for the processes' marks below zero, in steps: under one, so that no tick is there. */
  private static final double RUG_STEPS = 0.7;

  /** Height of the x axis and the paddings, in pixels. */
  private static final int BELOW_PLOT = 70;

  /** Distance of ticks that leaves every number readable, in pixels. */
  private static final int TICK_DISTANCE = 64;

  private DirectCostChart() {}

  /** A chart of {@code distribution}; changing it changes nothing else. */
  public static XYChart of(CostDistribution distribution) {
    CostBins bins = CostBins.of(distribution, MOST_BINS);
    String outside = distribution.outside(bins);
    HeadedChart chart =
        ChartLook.chart(
            distribution.figure().heading(), outside.isEmpty() ? List.of() : List.of(outside));
    chart.setXAxisTitle("cost of one switch (µs)");
    chart.setYAxisTitle("couples in %s µs".formatted(bins.label(bins.widthUs())));
    DistributionSeries series = new DistributionSeries(chart, distribution, bins);
    costAxis(chart.getStyler(), bins);
    countAxis(chart, series.highestBin());
    chart.setCustomXAxisTickLabelsFormatter(bins::label);
    series.add();
    return chart;
  }

  private static void costAxis(XYStyler styler, CostBins bins) {
    styler.setXAxisMin(bins.edgeUs(0) - bins.widthUs() / 2);
    styler.setXAxisMax(bins.edgeUs(bins.count()) + bins.widthUs() / 2);
    styler.setXAxisTickMarkSpacingHint(TICK_DISTANCE);
  }

  /** Whole steps, since couples are; the topmost is left to the published number's label. */
  private static void countAxis(HeadedChart chart, int highestBin) {
    double step = Math.max(1, SymlogScale.niceStep(Math.max(1, highestBin) / (double) COUNT_STEPS));
    double low = -RUG_STEPS * step;
    double high = step * (Math.ceil(highestBin / step) + 1);
    chart.getStyler().setYAxisMin(low);
    chart.getStyler().setYAxisMax(high);
    double plotHeight = chart.getHeight() - chart.headHeight() - BELOW_PLOT;
    chart.getStyler().setYAxisTickMarkSpacingHint((int) (plotHeight * step / (high - low)));
    chart.setCustomYAxisTickLabelsFormatter(count -> Long.toString(Math.round(count)));
  }
}
