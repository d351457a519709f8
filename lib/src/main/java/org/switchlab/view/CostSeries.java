package org.switchlab.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.switchlab.claim.PublishedPoint;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.plan.Point;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/** Adds the series of a figure to its chart: bands first, so that no line is covered. */
final class CostSeries {

  private static final BasicStroke LINE = new BasicStroke(1.8f);
  private static final BasicStroke WHISKER = new BasicStroke(1f);
  private static final BasicStroke DIRECT =
      new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {9, 4}, 0);

  /** Distance of neighbouring strides at one size, in powers of two. */
  private static final double ASIDE_OCTAVES = 0.05;

  /** Height of a label on the cost axis, in its grid steps. */
  private static final double LABEL_STEPS = 0.5;

  private final XYChart chart;
  private final SwitchCostFigure figure;
  private final SymlogScale scale;
  private final double low;
  private final double high;

  CostSeries(XYChart chart, SwitchCostFigure figure, SymlogScale scale) {
    this.chart = chart;
    this.figure = figure;
    this.scale = scale;
    this.low = chart.getStyler().getXAxisMin();
    this.high = chart.getStyler().getXAxisMax();
  }

  void add() {
    new CompanionSeries(chart, figure, scale).add();
    List<Long> strides = figure.stridesBytes();
    Estimate direct = figure.direct().map(PointEstimate::switchCostNs).orElse(null);
    if (direct != null) {
      band("direct cost", new double[] {low, high}, List.of(direct, direct), Palette.GREY);
    }
    IntStream.range(0, strides.size()).forEach(i -> interval(strides.get(i), i));
    if (direct != null) {
      String name = "no array: " + Units.duration(direct.value());
      level(name, direct.value() / 1e3, DIRECT);
    }
    IntStream.range(0, strides.size()).forEach(i -> line(strides.get(i), i));
    published();
  }

  private void line(long strideBytes, int index) {
    List<PointEstimate> points = figure.stride(strideBytes);
    double[] y = points.stream().mapToDouble(p -> axis(p.switchCostNs())).toArray();
    XYSeries series = chart.addSeries("stride %s B".formatted(strideBytes), x(points, index), y);
    series.setMarker(Palette.marker(index)).setMarkerColor(Palette.color(index));
    series.setLineStyle(LINE).setLineColor(Palette.color(index));
  }

  /** The interval of each point as a thin upright stroke, and of neighbours as a band. */
  private void interval(long strideBytes, int index) {
    List<PointEstimate> points = figure.stride(strideBytes);
    Color color = Palette.color(index);
    Uprights whiskers =
        Uprights.of(
            x(points, index),
            points.stream().mapToDouble(p -> bound(p.switchCostNs(), Estimate::low)).toArray(),
            points.stream().mapToDouble(p -> bound(p.switchCostNs(), Estimate::high)).toArray());
    XYSeries series =
        hidden("stride %s B, intervals".formatted(strideBytes), whiskers.x(), whiskers.y());
    series.setLineStyle(WHISKER).setLineColor(color);
    int from = 0;
    for (int to = 0; to <= points.size(); to++) {
      if (to == points.size() || points.get(to).switchCostNs() == null) {
        run(points.subList(from, to), index);
        from = to + 1;
      }
    }
  }

  private void run(List<PointEstimate> points, int index) {
    if (points.size() > 1) {
      List<Estimate> costs = points.stream().map(PointEstimate::switchCostNs).toList();
      Point first = points.getFirst().point();
      String name = "stride %s B from %s B".formatted(first.strideBytes(), first.arrayBytes());
      band(name, x(points, index), costs, Palette.color(index));
    }
  }

  private void band(String name, double[] x, List<Estimate> costs, Color color) {
    int n = x.length;
    double[] outlineX = new double[2 * n];
    double[] outlineY = new double[2 * n];
    for (int i = 0; i < n; i++) {
      outlineX[i] = outlineX[2 * n - 1 - i] = x[i];
      outlineY[i] = scale.toAxis(costs.get(i).high() / 1e3);
      outlineY[2 * n - 1 - i] = scale.toAxis(costs.get(i).low() / 1e3);
    }
    XYSeries series = hidden(name + ", band", outlineX, outlineY);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    series.setFillColor(Palette.band(color));
    series.setLineStyle(SeriesLines.NONE);
  }

  private void published() {
    figure.publishedInside().stream()
        .filter(PublishedPoint::isDirect)
        .forEach(p -> level("published, no array: " + p.printed(), p.value(), ChartLook.DOTTED));
    List<PublishedPoint> points =
        figure.publishedInside().stream().filter(p -> !p.isDirect()).toList();
    if (points.isEmpty()) {
      return;
    }
    double[] x = points.stream().mapToDouble(CostSeries::x).toArray();
    double[] y = points.stream().mapToDouble(p -> scale.toAxis(p.value())).toArray();
    XYSeries series = chart.addSeries("published", x, y);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    series.setMarker(new HollowStar()).setMarkerColor(Palette.BLACK);
    new PublishedLabels(
            chart, CostSeries::x, p -> scale.toAxis(p.value()), LABEL_STEPS * scale.step())
        .add(points.stream().filter(p -> isAlone(p, points)).toList());
  }

  /** Whether other strides are published with another number at the same size. */
  private static boolean isAlone(PublishedPoint point, List<PublishedPoint> points) {
    List<PublishedPoint> there = points.stream().filter(p -> x(p) == x(point)).toList();
    return there.size() > 1 && there.stream().filter(p -> p.value() == point.value()).count() == 1;
  }

  private void level(String name, double costUs, BasicStroke stroke) {
    double y = scale.toAxis(costUs);
    XYSeries series = chart.addSeries(name, new double[] {low, high}, new double[] {y, y});
    series.setMarker(SeriesMarkers.NONE);
    series.setLineStyle(stroke).setLineColor(Palette.BLACK);
  }

  private XYSeries hidden(String name, double[] x, double[] y) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setShowInLegend(false);
    series.setMarker(SeriesMarkers.NONE);
    return series;
  }

  private double axis(@Nullable Estimate cost) {
    return bound(cost, Estimate::value);
  }

  private double bound(@Nullable Estimate cost, ToDoubleFunction<Estimate> bound) {
    return cost == null ? Double.NaN : scale.toAxis(bound.applyAsDouble(cost) / 1e3);
  }

  /**
   * Places of the {@code index}-th stride's points: beside each other, so that none hides another.
   */
  private double[] x(List<PointEstimate> points, int index) {
    double aside = (index - (figure.stridesBytes().size() - 1) / 2.0) * ASIDE_OCTAVES;
    return points.stream()
        .mapToDouble(p -> SwitchCostChart.x(p.point().arrayBytes()) + aside)
        .toArray();
  }

  private static double x(PublishedPoint point) {
    return SwitchCostChart.x(point.arrayBytes().orElseThrow());
  }
}
