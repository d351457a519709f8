package org.switchlab.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.switchlab.estimate.CountCurve;
import org.switchlab.table.Estimate;

/**
 * Counts over array size as an XChart chart: a colour a stride, full lines with switches, dashed
 * ones without.
 */
public final class CounterChart {

  private static final BasicStroke FULL = new BasicStroke(1.8f);
  private static final BasicStroke DASHES =
      new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {7, 4}, 0);
  private static final BasicStroke WHISKER = new BasicStroke(1f);

  /** Distance of neighbouring lines at one size, in powers of two, so that none hides another. */
  private static final double ASIDE_OCTAVES = 0.04;

  private CounterChart() {}

  /** A chart of {@code figure}; changing it changes nothing else. */
  public static XYChart of(CounterFigure figure) {
    SymlogScale scale = figure.scale();
    HeadedChart chart = ChartLook.chart(figure.heading(), SizeAxes.notes("count", scale));
    SizeAxes.add(chart, figure.sizesBytes(), scale, figure.caches());
    chart.setXAxisTitle("array size of each side (KiB)");
    chart.setYAxisTitle(figure.axis());
    if (figure.isEmpty()) {
      SizeAxes.sayNothing(chart, scale);
    }
    List<CounterFigure.Line> lines = figure.lines();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).curve().isEmpty()) {
        add(chart, lines.get(i), (i - (lines.size() - 1) / 2.0) * ASIDE_OCTAVES, scale);
      }
    }
    return chart;
  }

  /** Where an array size stands on the x axis. */
  public static double x(long arrayBytes) {
    return SizeAxes.x(arrayBytes);
  }

  /** Where a count stands on the y axis of {@code figure}'s chart. */
  public static double y(CounterFigure figure, double count) {
    return figure.scale().toAxis(count);
  }

  private static void add(XYChart chart, CounterFigure.Line line, double aside, SymlogScale scale) {
    CountCurve curve = line.curve();
    Color color = Palette.color(line.group());
    double[] x = curve.sizesBytes().stream().mapToDouble(b -> x(b) + aside).toArray();
    double[] low = curve.values().stream().mapToDouble(e -> scale.toAxis(e.low())).toArray();
    double[] high = curve.values().stream().mapToDouble(e -> scale.toAxis(e.high())).toArray();
    Uprights strokes = Uprights.of(x, low, high);
    XYSeries intervals = chart.addSeries(line.label() + ", intervals", strokes.x(), strokes.y());
    intervals.setShowInLegend(false);
    intervals.setMarker(SeriesMarkers.NONE);
    intervals.setLineStyle(WHISKER).setLineColor(color);
    double[] y = curve.values().stream().mapToDouble(Estimate::value).map(scale::toAxis).toArray();
    XYSeries series = chart.addSeries(line.label(), x, y);
    series.setMarker(line.isSwitched() ? Palette.marker(line.group()) : new HollowCircle());
    series.setMarkerColor(color);
    series.setLineStyle(line.isSwitched() ? FULL : DASHES).setLineColor(color);
  }
}
