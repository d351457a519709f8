package org.switchlab.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.switchlab.table.Estimate;

/** Bars, upright from zero: the change of each kind of miss and of the cost, by alternative. */
public final class WhatIfChart {

  private static final float BAR_PIXELS = 10;
  private static final double GROUP_WIDTH = 0.8;

  /** The last changes are of costs. */
  private static final int COSTS = 2;

  /** The least median change worth a linear part. */
  private static final double SMALLEST = 1;

  private WhatIfChart() {}

  /** A chart of {@code figure}; changing it changes nothing else. */
  public static XYChart of(WhatIfFigure figure) {
    SymlogScale scale = scale(figure);
    HeadedChart chart = ChartLook.chart(figure.heading(), SizeAxes.notes("change", scale));
    axes(chart, figure.alternatives(), scale);
    int count = figure.changes().size();
    for (int i = 0; i < count; i++) {
      Color color = i < count - COSTS ? Palette.color(i) : cost(count - 1 - i);
      add(chart, figure.changes().get(i), ((i + 0.5) / count - 0.5) * GROUP_WIDTH, color, scale);
    }
    return chart;
  }

  /** Costs are no misses and look like none. */
  private static Color cost(int fromLast) {
    return fromLast == 0 ? Palette.GREY : Palette.BLACK;
  }

  private static SymlogScale scale(WhatIfFigure figure) {
    List<Estimate> all =
        figure.changes().stream()
            .flatMap(change -> change.byAlternative().stream())
            .flatMap(Optional::stream)
            .toList();
    return SymlogScale.of(
        all.stream().mapToDouble(e -> Math.abs(e.value())).toArray(),
        all.stream().flatMapToDouble(e -> DoubleStream.of(0, e.low(), e.high())).toArray(),
        SMALLEST);
  }

  private static void axes(HeadedChart chart, List<String> names, SymlogScale scale) {
    XYStyler styler = chart.getStyler();
    styler.setXAxisMin(-0.5);
    styler.setXAxisMax(names.size() - 0.5);
    // XChart chooses where its ticks stand; the names have places of their own.
    styler.setXAxisTicksVisible(false);
    SizeAxes.upright(chart, scale);
    chart.setYAxisTitle("change a switch (misses; cost in ns)");
    chart.addAnnotation(new AnnotationLine(0, false, false));
    double top = scale.axisMax() + scale.step() / 2;
    for (int i = 0; i < names.size(); i++) {
      chart.addAnnotation(PlotLabel.after(names.get(i), i - GROUP_WIDTH / 2, top));
    }
  }

  private static void add(
      XYChart chart, WhatIfFigure.Change change, double aside, Color color, SymlogScale scale) {
    List<Optional<Estimate>> values = change.byAlternative();
    double[] x = IntStream.range(0, values.size()).mapToDouble(i -> i + aside).toArray();
    double[] value = axis(values, Estimate::value, scale);
    strokes(chart, change.name(), Uprights.of(x, new double[x.length], value), BAR_PIXELS, color);
    Uprights intervals =
        Uprights.of(x, axis(values, Estimate::low, scale), axis(values, Estimate::high, scale));
    strokes(chart, change.name() + ", intervals", intervals, 1, Palette.GREY)
        .setShowInLegend(false);
  }

  private static double[] axis(
      List<Optional<Estimate>> values, ToDoubleFunction<Estimate> end, SymlogScale scale) {
    return values.stream()
        .mapToDouble(v -> v.map(e -> scale.toAxis(end.applyAsDouble(e))).orElse(Double.NaN))
        .toArray();
  }

  private static XYSeries strokes(
      XYChart chart, String name, Uprights strokes, float width, Color color) {
    XYSeries series = chart.addSeries(name, strokes.x(), strokes.y());
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(color);
    series.setLineStyle(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL));
    return series;
  }
}
