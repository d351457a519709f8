package org.switchlab.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.switchlab.unit.Units;

/**
 * How counts vary, as an XChart strip chart: each repetition a mark, its deviation from the median
 * of its array size upright, levels beside each other.
 */
public final class SpreadChart {

  /** Width of the strip of one level, in powers of two of the size axis. */
  private static final double STRIP_OCTAVES = 0.3;

  /** The least deviation worth a linear part, in parts of a million. */
  private static final double SMALLEST_PPM = 1;

  private SpreadChart() {}

  /** A chart of {@code figure}; changing it changes nothing else. */
  public static XYChart of(SpreadFigure figure) {
    SymlogScale scale = scale(figure);
    HeadedChart chart = ChartLook.chart(figure.heading(), SizeAxes.notes("deviation", scale));
    SizeAxes.add(chart, figure.sizesBytes(), scale, List.of());
    chart.setXAxisTitle("array size of each side (KiB)");
    chart.setYAxisTitle("instructions, deviation from the median (ppm)");
    if (figure.sizesBytes().isEmpty()) {
      SizeAxes.sayNothing(chart, scale);
    }
    for (int i = 0; i < figure.series().size(); i++) {
      double centre = (i - (figure.series().size() - 1) / 2.0) * 1.2 * STRIP_OCTAVES;
      add(chart, figure.series().get(i), i, centre, scale);
    }
    return chart;
  }

  /** Everything in view, above zero and below alike. */
  private static SymlogScale scale(SpreadFigure figure) {
    double[] all =
        figure.series().stream()
            .flatMap(series -> series.deviationsPpm().values().stream())
            .flatMapToDouble(Arrays::stream)
            .toArray();
    double[] sizes = Arrays.stream(all).map(Math::abs).toArray();
    return SymlogScale.of(sizes, all, SMALLEST_PPM);
  }

  private static void add(
      XYChart chart, SpreadFigure.Series level, int index, double centre, SymlogScale scale) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (Map.Entry<Long, double[]> size : level.deviationsPpm().entrySet()) {
      double[] deviations = size.getValue();
      IntStream.range(0, deviations.length)
          .forEach(
              i -> {
                double place = (i + 0.5) / deviations.length - 0.5;
                x.add(SizeAxes.x(size.getKey()) + centre + place * STRIP_OCTAVES);
                y.add(scale.toAxis(deviations[i]));
              });
    }
    if (x.isEmpty()) {
      return;
    }
    XYSeries series = chart.addSeries(name(level), x, y);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    series.setMarker(Palette.marker(index)).setMarkerColor(Palette.color(3 * index));
  }

  private static String name(SpreadFigure.Series level) {
    long smallest = level.sizesBytes().getFirst();
    return "%s: %s a message at %s"
        .formatted(level.name(), Units.digits(level.median(smallest)), Units.bytes(smallest));
  }
}
