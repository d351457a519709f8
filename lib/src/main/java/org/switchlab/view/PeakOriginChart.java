package org.switchlab.view;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.plan.Point;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/** Switch cost over array size, one line for ordinary and one for huge pages. */
public final class PeakOriginChart {

  private static final double MARGIN_OCTAVES = 0.3;

  /** Huge pages stand a little aside, so that neither interval hides the other. */
  private static final double ASIDE_OCTAVES = 0.04;

  private PeakOriginChart() {}

  /** A chart of {@code figure}, x as {@link SwitchCostChart#x}, y in µs. */
  public static XYChart of(PeakOriginFigure figure) {
    HeadedChart chart = ChartLook.chart(figure.heading(), answer(figure));
    chart.setXAxisTitle("array size of each process (KiB)");
    chart.setYAxisTitle("cost of one switch (µs)");
    line(chart, "4 KiB pages", figure.onPages(Point.BASE_PAGE_BYTES), 0, -ASIDE_OCTAVES);
    line(chart, "2 MiB pages", figure.onPages(Point.HUGE_PAGE_BYTES), 3, ASIDE_OCTAVES);
    axis(chart, figure);
    return chart;
  }

  private static List<String> answer(PeakOriginFigure figure) {
    return figure.contrast() == null
        ? List.of()
        : List.of(PeakOriginWords.remaining(figure.contrast()));
  }

  private static void axis(HeadedChart chart, PeakOriginFigure figure) {
    double[] x =
        figure.estimates().stream()
            .mapToDouble(e -> SwitchCostChart.x(e.point().arrayBytes()))
            .toArray();
    double low = Arrays.stream(x).min().orElse(0) - MARGIN_OCTAVES;
    double high = Arrays.stream(x).max().orElse(10) + MARGIN_OCTAVES;
    chart.getStyler().setXAxisMin(low);
    chart.getStyler().setXAxisMax(high);
    chart.setCustomXAxisTickLabelsFormatter(at -> Units.kib(1024 * Math.pow(2, at)));
    for (CacheMark cache : figure.caches()) {
      double at = SwitchCostChart.x(cache.bytes());
      if (at >= low && at <= high) {
        chart.addAnnotation(new AnnotationLine(at, true, false));
        String name = cache.name() + " " + Units.bytes(cache.bytes());
        chart.addAnnotation(PlotLabel.after(name, at, 0));
      }
    }
  }

  private static void line(
      XYChart chart, String name, List<PointEstimate> points, int look, double asideOctaves) {
    double[] x =
        points.stream()
            .mapToDouble(p -> SwitchCostChart.x(p.point().arrayBytes()) + asideOctaves)
            .toArray();
    Uprights intervals =
        Uprights.of(x, costsUs(points, Estimate::low), costsUs(points, Estimate::high));
    XYSeries whiskers = chart.addSeries(name + ", intervals", intervals.x(), intervals.y());
    whiskers.setShowInLegend(false);
    whiskers.setMarker(SeriesMarkers.NONE);
    whiskers.setLineColor(Palette.color(look));
    XYSeries line = chart.addSeries(name, x, costsUs(points, Estimate::value));
    line.setMarker(Palette.marker(look)).setMarkerColor(Palette.color(look));
    line.setLineColor(Palette.color(look));
  }

  private static double[] costsUs(List<PointEstimate> points, ToDoubleFunction<Estimate> which) {
    return points.stream().mapToDouble(p -> us(p.switchCostNs(), which)).toArray();
  }

  private static double us(@Nullable Estimate cost, ToDoubleFunction<Estimate> which) {
    return cost == null ? Double.NaN : which.applyAsDouble(cost) / 1e3;
  }
}
