package org.switchlab.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.switchlab.claim.PublishedPoint;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;

/** Adds the series of a distribution to its chart: areas first, so that no line is covered. */
final class DistributionSeries {

  private static final BasicStroke SOLID = new BasicStroke(1.6f);
  private static final BasicStroke DASHED =
      new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {5, 3}, 0);
  private static final BasicStroke RUG = new BasicStroke(1.4f);

  private static final Color QUIET = Palette.color(0);
  private static final Color DISTURBED = Palette.color(3);

  private final XYChart chart;
  private final CostDistribution distribution;
  private final CostBins bins;
  private final int highestBin;

  DistributionSeries(XYChart chart, CostDistribution distribution, CostBins bins) {
    this.chart = chart;
    this.distribution = distribution;
    this.bins = bins;
    this.highestBin =
        IntStream.concat(
                Arrays.stream(bins.counts(distribution.quietNs())),
                Arrays.stream(bins.counts(distribution.disturbedNs())))
            .max()
            .orElse(0);
  }

  /** Couples in the fullest bin of either state. */
  int highestBin() {
    return highestBin;
  }

  void add() {
    if (distribution.isEmpty()) {
      nothing();
      return;
    }
    histogram("quiet", distribution.quietNs(), QUIET, SOLID);
    histogram("disturbed", distribution.disturbedNs(), DISTURBED, DASHED);
    distribution.figure().direct().map(PointEstimate::switchCostNs).ifPresent(this::estimate);
    distribution.figure().publishedDirect().ifPresent(this::published);
    processes();
  }

  /** XChart draws no chart without a series. */
  private void nothing() {
    double middle = bins.edgeUs(bins.count()) / 2;
    hidden(SwitchCostFigure.NOTHING, new double[] {middle}, new double[] {Double.NaN});
    chart.addAnnotation(PlotLabel.after(SwitchCostFigure.NOTHING, middle, 0.5));
  }

  /** Each bin's count stands at its beginning; the last edge closes the area. */
  private void histogram(String state, List<Double> costsNs, Color color, BasicStroke stroke) {
    if (costsNs.isEmpty()) {
      return;
    }
    int[] counts = bins.counts(costsNs);
    double[] x = IntStream.rangeClosed(0, bins.count()).mapToDouble(bins::edgeUs).toArray();
    double[] y = Arrays.stream(Arrays.copyOf(counts, counts.length + 1)).asDoubleStream().toArray();
    XYSeries series =
        chart.addSeries("%s: %s".formatted(state, Plural.of(costsNs.size(), "couple")), x, y);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.StepArea);
    series.setMarker(SeriesMarkers.NONE);
    series.setFillColor(Palette.area(color));
    series.setLineStyle(stroke).setLineColor(color);
  }

  private void estimate(Estimate cost) {
    double left = Math.max(cost.low() / 1e3, bins.edgeUs(0));
    double right = Math.min(cost.high() / 1e3, bins.edgeUs(bins.count()));
    double[] outlineX = {left, right, right, left};
    double[] outlineY = {0, 0, lineTop(), lineTop()};
    XYSeries band = hidden("interval of the estimate", outlineX, outlineY);
    band.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    band.setFillColor(Palette.area(Palette.GREY));
    band.setLineStyle(SeriesLines.NONE);
    upright(
        "estimate: " + Units.interval(cost.value(), cost.low(), cost.high()), cost.value(), SOLID);
  }

  /** A line where the number lies; far from what was measured, an arrow at the nearer edge. */
  private void published(PublishedPoint point) {
    double costNs = point.value() * 1e3;
    String label = "published: " + point.printed();
    if (bins.holds(costNs)) {
      upright(label, costNs, ChartLook.DOTTED);
      return;
    }
    double y = (lineTop() + top()) / 2;
    chart.addAnnotation(
        bins.bin(costNs) < 0
            ? PlotLabel.after("← " + label, bins.edgeUs(0), y)
            : PlotLabel.before(label + " →", bins.edgeUs(bins.count()), y));
  }

  /** A mark a process at its median, below the axis. */
  private void processes() {
    List<Double> mediansNs = distribution.processMediansNs().stream().filter(bins::holds).toList();
    if (mediansNs.isEmpty()) {
      return;
    }
    double depth = chart.getStyler().getYAxisMin();
    double[] low = new double[mediansNs.size()];
    double[] high = new double[mediansNs.size()];
    Arrays.fill(low, 0.2 * depth);
    Arrays.fill(high, 0.85 * depth);
    double[] mediansUs = mediansNs.stream().mapToDouble(ns -> ns / 1e3).toArray();
    Uprights marks = Uprights.of(mediansUs, low, high);
    int all = distribution.processMediansNs().size();
    String shown = mediansNs.size() == all ? "" : mediansNs.size() + " of ";
    String name = "medians of %s%s".formatted(shown, Plural.of(all, "process", "processes"));
    XYSeries series = chart.addSeries(name, marks.x(), marks.y());
    series.setMarker(SeriesMarkers.NONE);
    series.setLineStyle(RUG).setLineColor(Palette.GREY);
  }

  private double top() {
    return chart.getStyler().getYAxisMax();
  }

  /** Uprights end here, so that the published number's label above them covers none. */
  private double lineTop() {
    return (highestBin + top()) / 2;
  }

  private void upright(String name, double costNs, BasicStroke stroke) {
    double x = costNs / 1e3;
    XYSeries series = chart.addSeries(name, new double[] {x, x}, new double[] {0, lineTop()});
    series.setMarker(SeriesMarkers.NONE);
    series.setLineStyle(stroke).setLineColor(Palette.BLACK);
  }

  private XYSeries hidden(String name, double[] x, double[] y) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setShowInLegend(false);
    series.setMarker(SeriesMarkers.NONE);
    return series;
  }
}
