package org.switchlab.view;

import java.awt.BasicStroke;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.switchlab.defect.Comparison;
import org.switchlab.table.Estimate;

/**
 * Wrong methods beside the right one as an XChart chart: a row a method, cost in µs, with the
 * interval of what it answers and the range in which a single application of it answers.
 */
public final class ProtocolsChart {

  private static final BasicStroke INTERVAL =
      new BasicStroke(6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
  private static final BasicStroke RANGE = new BasicStroke(1.4f);

  /** Distance of the row of the right answer above that of the wrong one. */
  private static final double APART = 0.22;

  /** Distance of a row's name above the row. */
  private static final double NAME_ABOVE = 0.45;

  private final List<Comparison> comparisons;
  private final SymlogScale scale;
  private final HeadedChart chart;

  private ProtocolsChart(List<Comparison> comparisons, Heading heading) {
    this.comparisons = comparisons;
    this.scale = CostScale.of(centresUs(comparisons), allUs(comparisons));
    this.chart = ChartLook.chart(heading, notes());
  }

  /** A chart of {@code comparisons}; changing it changes nothing else. */
  public static XYChart of(List<Comparison> comparisons, Heading heading) {
    return new ProtocolsChart(comparisons, heading).draw();
  }

  private List<String> notes() {
    String marks =
        "Thick: interval of the answer. Thin: where 95 % of single applications of the method answer.";
    return scale.isLinear()
        ? List.of(marks)
        : List.of(
            marks,
            "The cost axis is linear up to %s µs; beyond, each grid step is × %d."
                .formatted(scale.label(scale.linearHigh()), SymlogScale.FACTOR));
  }

  private XYChart draw() {
    chart.setXAxisTitle("cost of one switch (µs)");
    axes(chart.getStyler());
    chart.setCustomXAxisTickLabelsFormatter(scale::label);
    names();
    lines("right", true, 0, SeriesMarkers.CIRCLE);
    lines("wrong", false, 3, SeriesMarkers.DIAMOND);
    range();
    if (chart.getSeriesCollection().isEmpty()) {
      nothing();
    }
    return chart;
  }

  private void axes(XYStyler styler) {
    styler.setXAxisMin(scale.axisMin() - scale.step() / 2);
    styler.setXAxisMax(scale.axisMax() + scale.step() / 2);
    double steps = (scale.axisMax() - scale.axisMin()) / scale.step() + 1;
    styler.setXAxisTickMarkSpacingHint((int) (chart.getWidth() * 0.62 / steps));
    styler.setYAxisMin(0.4);
    styler.setYAxisMax(comparisons.size() + 0.8);
    styler.setYAxisTicksVisible(false);
  }

  /** Above each row, at the left. */
  private void names() {
    for (int i = 0; i < comparisons.size(); i++) {
      String name = comparisons.get(i).name();
      chart.addAnnotation(
          PlotLabel.after(name, chart.getStyler().getXAxisMin(), row(i) + NAME_ABOVE));
    }
  }

  private double row(int index) {
    return comparisons.size() - index;
  }

  /** Points in one series, so that the legend has one entry; intervals as lines of their own. */
  private void lines(String name, boolean right, int color, Marker marker) {
    double[] x = new double[comparisons.size()];
    double[] y = new double[comparisons.size()];
    boolean any = false;
    for (int i = 0; i < x.length; i++) {
      Comparison comparison = comparisons.get(i);
      Estimate answer = right ? comparison.rightNs() : comparison.wrongNs();
      y[i] = right ? row(i) + APART : row(i);
      x[i] = answer == null ? Double.NaN : at(answer.value());
      if (answer == null) {
        y[i] = Double.NaN;
        x[i] = scale.axisMin();
      } else {
        any = true;
        segment(name + i, answer.low(), answer.high(), y[i], INTERVAL, color);
      }
    }
    if (any) {
      XYSeries series = chart.addSeries(name, x, y);
      series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
      series.setMarker(marker).setMarkerColor(Palette.color(color));
      series.setLineStyle(SeriesLines.NONE);
    }
  }

  private void range() {
    for (int i = 0; i < comparisons.size(); i++) {
      Double low = comparisons.get(i).onceLowNs();
      Double high = comparisons.get(i).onceHighNs();
      if (low != null && high != null) {
        segment("once" + i, low, high, row(i), RANGE, 3);
      }
    }
  }

  private void segment(
      String name, double lowNs, double highNs, double y, BasicStroke stroke, int color) {
    double[] x = {at(lowNs), at(highNs)};
    XYSeries series = chart.addSeries(name, x, new double[] {y, y});
    series.setShowInLegend(false);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineStyle(stroke).setLineColor(Palette.color(color));
  }

  private void nothing() {
    XYSeries series =
        chart.addSeries(
            SwitchCostFigure.NOTHING, new double[] {scale.axisMin()}, new double[] {Double.NaN});
    series.setShowInLegend(false);
    double middle = (scale.axisMin() + scale.axisMax()) / 2;
    chart.addAnnotation(PlotLabel.after(SwitchCostFigure.NOTHING, middle, 0.5));
  }

  private double at(double costNs) {
    return scale.toAxis(costNs / 1e3);
  }

  private static double[] centresUs(List<Comparison> comparisons) {
    return comparisons.stream()
        .map(Comparison::rightNs)
        .filter(Objects::nonNull)
        .mapToDouble(right -> right.value() / 1e3)
        .toArray();
  }

  private static double[] allUs(List<Comparison> comparisons) {
    return comparisons.stream().flatMapToDouble(ProtocolsChart::spanUs).toArray();
  }

  private static DoubleStream spanUs(Comparison comparison) {
    return Stream.concat(
            Stream.of(comparison.wrongNs(), comparison.rightNs()).flatMap(ProtocolsChart::ends),
            Stream.of(comparison.onceLowNs(), comparison.onceHighNs()))
        .filter(Objects::nonNull)
        .mapToDouble(ns -> ns / 1e3);
  }

  private static Stream<@Nullable Double> ends(@Nullable Estimate estimate) {
    return estimate == null
        ? Stream.empty()
        : Stream.of(estimate.low(), estimate.value(), estimate.high());
  }
}
