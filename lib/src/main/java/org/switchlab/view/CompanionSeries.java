package org.switchlab.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/**
 * What was measured beside a figure's own subject: grey, behind everything, named in the legend.
 */
final class CompanionSeries {

  private static final Color GREY = new Color(0x8C, 0x8C, 0x8C);
  private static final BasicStroke LINE = new BasicStroke(2.4f);
  private static final BasicStroke DIRECT =
      new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {9, 4}, 0);

  private final XYChart chart;
  private final SwitchCostFigure figure;
  private final SymlogScale scale;

  CompanionSeries(XYChart chart, SwitchCostFigure figure, SymlogScale scale) {
    this.chart = chart;
    this.figure = figure;
    this.scale = scale;
  }

  void add() {
    figure.directBehind().ifPresent(this::level);
    List<Long> strides =
        figure.behind().stream()
            .map(e -> e.point().strideBytes())
            .filter(stride -> stride > 0)
            .distinct()
            .sorted()
            .toList();
    strides.forEach(this::curve);
  }

  private void level(PointEstimate direct) {
    Estimate cost = Objects.requireNonNull(direct.switchCostNs());
    double[] x = {chart.getStyler().getXAxisMin(), chart.getStyler().getXAxisMax()};
    double y = scale.toAxis(cost.value() / 1e3);
    String name =
        "%s, no array: %s".formatted(direct.point().subject(), Units.duration(cost.value()));
    add(name, x, new double[] {y, y}, DIRECT);
  }

  private void curve(long strideBytes) {
    List<PointEstimate> points =
        figure.behind().stream()
            .filter(e -> e.point().strideBytes() == strideBytes && e.switchCostNs() != null)
            .sorted(Comparator.comparingLong(e -> e.point().arrayBytes()))
            .toList();
    if (!points.isEmpty()) {
      add(
          "%s, stride %s B".formatted(points.getFirst().point().subject(), strideBytes),
          points.stream().mapToDouble(e -> SwitchCostChart.x(e.point().arrayBytes())).toArray(),
          points.stream()
              .mapToDouble(e -> Objects.requireNonNull(e.switchCostNs()).value())
              .map(ns -> scale.toAxis(ns / 1e3))
              .toArray(),
          LINE);
    }
  }

  private void add(String name, double[] x, double[] y, BasicStroke stroke) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineStyle(stroke).setLineColor(GREY);
  }
}
