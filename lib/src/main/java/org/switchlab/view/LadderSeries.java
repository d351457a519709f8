package org.switchlab.view;

import java.awt.BasicStroke;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.switchlab.plan.Scope;
import org.switchlab.table.Estimate;

/**
 * Adds a ladder's points to its chart: a colour a scope, intervals as strokes, gross costs grey.
 */
final class LadderSeries {

  private static final BasicStroke WHISKER = new BasicStroke(2f);

  private final XYChart chart;
  private final LadderFigure figure;
  private final LogScale scale;

  LadderSeries(XYChart chart, LadderFigure figure, LogScale scale) {
    this.chart = chart;
    this.figure = figure;
    this.scale = scale;
  }

  void add() {
    gross();
    Scope[] scopes = Scope.values();
    for (int look = 0; look < scopes.length; look++) {
      List<Integer> rows = rows(scopes[look]);
      if (!rows.isEmpty()) {
        intervals(scopes[look], rows, look);
        points(scopes[look], rows, look);
      }
    }
    if (chart.getSeriesCollection().isEmpty()) {
      // XChart draws no chart without a series.
      series(SwitchCostFigure.NOTHING, new double[] {scale.lowDecade()}, new double[] {Double.NaN});
    }
  }

  /** The rows of a scope that have an estimate, from the floor up. */
  private List<Integer> rows(Scope scope) {
    return IntStream.range(0, figure.rungs().size())
        .filter(i -> figure.rungs().get(i).rung().scope() == scope)
        .filter(i -> figure.rungs().get(i).cost().switchCostNs() != null)
        .boxed()
        .toList();
  }

  private void points(Scope scope, List<Integer> rows, int look) {
    double[] x = rows.stream().mapToDouble(i -> scale.toAxis(cost(i).value())).toArray();
    XYSeries series = series(scope.word(), x, rows.stream().mapToDouble(this::y).toArray());
    series.setMarker(Palette.marker(look));
    series.setMarkerColor(Palette.color(look));
  }

  /** Uprights lie down where the axes change places. */
  private void intervals(Scope scope, List<Integer> rows, int look) {
    Uprights strokes =
        Uprights.of(
            rows.stream().mapToDouble(this::y).toArray(),
            rows.stream().mapToDouble(i -> scale.toAxis(cost(i).low())).toArray(),
            rows.stream().mapToDouble(i -> scale.toAxis(cost(i).high())).toArray());
    XYSeries series = chart.addSeries(scope.word() + ", intervals", strokes.y(), strokes.x());
    series.setShowInLegend(false);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineStyle(WHISKER).setLineColor(Palette.color(look));
  }

  private void gross() {
    int[] rows =
        IntStream.range(0, figure.rungs().size()).filter(i -> grossNs(i) != null).toArray();
    if (rows.length == 0) {
      return;
    }
    double[] x =
        IntStream.of(rows)
            .mapToDouble(i -> scale.toAxis(Objects.requireNonNull(grossNs(i))))
            .toArray();
    double[] y = IntStream.of(rows).mapToDouble(this::y).toArray();
    XYSeries series = series("with its message", x, y);
    series.setMarker(SeriesMarkers.CROSS).setMarkerColor(Palette.GREY);
  }

  private XYSeries series(String name, double[] x, double[] y) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setLineStyle(SeriesLines.NONE);
    return series;
  }

  private @Nullable Double grossNs(int row) {
    return figure.rungs().get(row).grossNs();
  }

  private Estimate cost(int row) {
    return Objects.requireNonNull(figure.rungs().get(row).cost().switchCostNs());
  }

  private double y(int row) {
    return figure.rungs().size() - 1 - row;
  }
}
