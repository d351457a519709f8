package org.switchlab.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;

/**
 * What marks are drawn with: guides and areas at once, lines and points after all areas, so that
 * none is covered, and words last of all.
 */
final class Plot {

  /** Half the width of a sign, which words beside it must not cover, in pixels. */
  private static final int SIGN_PIXELS = 5;

  private final HeadedChart chart;
  private final Figure figure;
  private final Theme theme;
  private final Frame frame;
  private final PlotLabels labels;
  private final List<Runnable> lines = new ArrayList<>();

  Plot(HeadedChart chart, Figure figure, Theme theme, Frame frame) {
    this.chart = chart;
    this.figure = figure;
    this.theme = theme;
    this.frame = frame;
    this.labels = new PlotLabels(theme);
    anchor();
  }

  /**
   * XChart draws no chart without a series, and where the places of all points happen to be evenly
   * spaced it puts its ticks there. So each chart has a first series that cannot be seen, whose
   * places are not.
   */
  private void anchor() {
    double width = frame.right() - frame.left();
    Trace trace = new Trace();
    trace.to(frame.left() + 0.1 * width, Double.NaN).to(frame.left() + 0.5 * width, Double.NaN);
    series("frame", false, trace, XYSeriesRenderStyle.Line);
  }

  Figure figure() {
    return figure;
  }

  Theme theme() {
    return theme;
  }

  Frame frame() {
    return frame;
  }

  PlotLabels labels() {
    return labels;
  }

  /** Where the end of an interval stands along; one without end reaches to the edge. */
  double endX(double value) {
    double place = figure.atX(value);
    return Double.isInfinite(place) ? Math.clamp(place, frame.left(), frame.right()) : place;
  }

  /** Where the end of an interval stands upward; one without end reaches to the edge. */
  double endY(double value) {
    double place = figure.atY(value);
    return Double.isInfinite(place) ? Math.clamp(place, frame.bottom(), frame.top()) : place;
  }

  /** A filled outline. */
  void area(String name, boolean inLegend, Trace trace, Color fill, Color edge, BasicStroke line) {
    if (!trace.isEmpty()) {
      XYSeries series = series(name, inLegend, trace, XYSeriesRenderStyle.PolygonArea);
      series.setFillColor(fill);
      series.setLineStyle(line);
      series.setLineColor(edge);
    }
  }

  /** A line without points. */
  void line(String name, boolean inLegend, Trace trace, Color color, BasicStroke stroke) {
    lines.add(
        () -> {
          if (!trace.isEmpty()) {
            XYSeries series = series(name, inLegend, trace, XYSeriesRenderStyle.Line);
            series.setLineStyle(stroke);
            series.setLineColor(color);
          }
        });
  }

  /** A line behind everything that is no measurement. */
  void guide(String name, Trace trace, Color color, BasicStroke stroke) {
    if (!trace.isEmpty()) {
      XYSeries series = series(name, false, trace, XYSeriesRenderStyle.Line);
      series.setLineStyle(stroke);
      series.setLineColor(color);
    }
  }

  /** Points, joined if the look has a line. */
  void points(String name, boolean inLegend, Trace trace, Look look) {
    lines.add(
        () -> {
          if (!trace.isEmpty()) {
            boolean joined = look.stroke() != Look.Stroke.NONE;
            XYSeriesRenderStyle style =
                joined ? XYSeriesRenderStyle.Line : XYSeriesRenderStyle.Scatter;
            XYSeries series = series(name, inLegend, trace, style);
            series.setLineStyle(Signs.line(look));
            series.setLineColor(theme.color(look.tint()));
            series.setMarker(Signs.of(look, theme));
            series.setMarkerColor(theme.color(look.tint()));
          }
        });
  }

  /** Writes a label, unless its place is not in the picture. */
  void say(Mark.Label label) {
    double x = figure.atX(label.x());
    double y = figure.atY(label.y());
    if (frame.holdsX(x) && frame.holdsY(y)) {
      double gap = SIGN_PIXELS * frame.perPixelX();
      if (label.before()) {
        labels.add(label.text(), x - gap, y, PlotLabels.Side.BEFORE, true);
      } else {
        labels.add(label.text(), x + gap, y, PlotLabels.Side.AFTER, true);
      }
    }
  }

  /** Draws what had to wait; a picture of nothing says so. */
  void finish() {
    lines.forEach(Runnable::run);
    if (figure.isEmpty()) {
      double middle = (frame.left() + frame.right()) / 2;
      double y = (frame.bottom() + frame.top()) / 2;
      labels.add(Figure.NOTHING, middle, y, PlotLabels.Side.CENTRED, false);
    }
    chart
        .getStyler()
        .setLegendVisible(chart.getSeriesCollection().stream().anyMatch(XYSeries::isShowInLegend));
    chart.addAnnotation(labels);
  }

  /** XChart finds series by a name of their own, but shows a label, which two may share. */
  private XYSeries series(String name, boolean inLegend, Trace trace, XYSeriesRenderStyle style) {
    String key = name;
    for (int i = 2; chart.getSeries(key) != null; i++) {
      key = "%s (%d)".formatted(name, i);
    }
    XYSeries series = chart.addSeries(key, trace.x(), trace.y());
    series.setLabel(name);
    series.setXYSeriesRenderStyle(style);
    series.setMarker(SeriesMarkers.NONE);
    series.setShowInLegend(inLegend && !name.isBlank());
    return series;
  }
}
