package org.switchlab.kernel;

import org.knowm.xchart.HeatMapSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.AxesChartSeriesCategory;
import org.knowm.xchart.internal.series.AxesChartSeriesNumerical;

/** How many points a chart of XChart's draws. */
final class PointsOf {

  /** Above this an SVG, which holds every point, is larger than a page bears: some megabytes. */
  static final int MOST_IN_SVG = 20_000;

  private PointsOf() {}

  static long chart(Chart<?, ?> chart) {
    return chart.getSeriesCollection().stream().mapToLong(PointsOf::series).sum();
  }

  /**
   * The same chart.
   *
   * @throws IllegalArgumentException if it has too many points for an SVG; a PNG has no more than
   *     its dots
   */
  static Chart<?, ?> fewEnough(Chart<?, ?> chart) {
    long points = chart(chart);
    if (points > MOST_IN_SVG) {
      throw new IllegalArgumentException(
          "%d points are too many for an SVG of at most %d".formatted(points, MOST_IN_SVG));
    }
    return chart;
  }

  private static long series(Object series) {
    return switch (series) {
      case AxesChartSeriesNumerical numbers -> numbers.getXData().length;
      case AxesChartSeriesCategory rows -> rows.getXData().size();
      case HeatMapSeries map -> map.getHeatData().size();
      default -> 0; // a slice, a hand: one each
    };
  }
}
