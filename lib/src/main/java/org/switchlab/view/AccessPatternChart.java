package org.switchlab.view;

import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.switchlab.estimate.AccessPattern;
import org.switchlab.plan.Point;

/** Access patterns as an XChart chart: a grid a stride, side by side, a row a cache line. */
public final class AccessPatternChart {

  /** Lines of an array that are drawn; the pattern repeats. */
  static final int MOST_LINES = 32;

  /** Room between two grids, in elements. */
  private static final int GAP = 2;

  private AccessPatternChart() {}

  /** A chart of {@code patterns}, at least one; changing it changes nothing else. */
  public static XYChart of(List<AccessPattern> patterns, Heading heading) {
    int lines = patterns.stream().mapToInt(AccessPatternChart::linesDrawn).max().orElse(1);
    HeadedChart chart = ChartLook.chart(heading, notes(patterns));
    chart.setXAxisTitle("element within its cache line, one grid a stride");
    chart.setYAxisTitle("cache line");
    axes(chart.getStyler(), width(patterns), lines);
    place(chart, width(patterns), lines);
    for (int line = 0; line < lines; line++) {
      chart.addAnnotation(PlotLabel.before(Integer.toString(line), 0, -line - 0.5));
    }
    double left = 0;
    for (AccessPattern pattern : patterns) {
      chart.addAnnotation(new TouchGrid(pattern, left, linesDrawn(pattern)));
      chart.addAnnotation(PlotLabel.after(name(pattern), left, 0.6));
      left += perLine(pattern) + GAP;
    }
    return chart;
  }

  private static List<String> notes(List<AccessPattern> patterns) {
    List<String> notes = new ArrayList<>();
    notes.add("Dark is touched early, light late; a number is the place in the order of touches.");
    notes.add(AccessPatternViews.ERRATUM);
    if (patterns.stream().anyMatch(pattern -> pattern.lines() > MOST_LINES)) {
      notes.add("Only the first %d lines are drawn.".formatted(MOST_LINES));
    }
    return notes;
  }

  private static void axes(XYStyler styler, int width, int lines) {
    styler.setPlotGridLinesVisible(false);
    styler.setLegendVisible(false);
    styler.setXAxisTicksVisible(false);
    styler.setXAxisMin(-1.0);
    styler.setXAxisMax(width + 1.0);
    styler.setYAxisMin(-(double) lines);
    styler.setYAxisMax(1.0);
    styler.setYAxisTicksVisible(false);
  }

  /** XChart draws no chart without a series: one that has no mark. */
  private static void place(XYChart chart, int width, int lines) {
    double[] x = {0, width};
    double[] y = {0, -lines};
    XYSeries series = chart.addSeries("array", x, y);
    series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
    series.setMarker(SeriesMarkers.NONE);
  }

  private static String name(AccessPattern pattern) {
    return "stride %d B".formatted(pattern.point().strideBytes());
  }

  private static int perLine(AccessPattern pattern) {
    return pattern.lineBytes() / Point.ELEMENT_BYTES;
  }

  private static int linesDrawn(AccessPattern pattern) {
    return (int) Math.min(MOST_LINES, pattern.lines());
  }

  private static int width(List<AccessPattern> patterns) {
    return patterns.stream().mapToInt(pattern -> perLine(pattern) + GAP).sum() - GAP;
  }
}
