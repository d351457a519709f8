package org.switchlab.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.Scale;

/**
 * What marks are drawn with: guides and areas at once, lines and points after all areas, so that
 * none is covered, and words last of all.
 */
final class Plot {

  final HeadedChart chart;
  final Figure figure;
  final Theme theme;
  final Side x;
  final Side y;
  final PlotLabels labels;
  private final List<Runnable> lines = new ArrayList<>();

  /** One axis: marks have its places from {@code low} to {@code high}; the pixels are about. */
  record Side(Scale scale, double low, double high, double perPixel) {

    double at(double value) {
      return scale.toAxis(value);
    }

    /** Where the end of an interval stands; one beyond the axis is cut off at the edge. */
    double end(double value) {
      return Double.isNaN(value) ? value : Math.clamp(at(value), low, high);
    }

    /** Whether a place is in the part for marks. */
    boolean holds(double place) {
      return place >= low && place <= high;
    }
  }

  /**
   * Points of a series with gaps: along the axis beside which marks stand, across on the other.
   *
   * <p>XChart leaves a point out if it has no place upward, but writes the word NaN into an SVG for
   * one that has none along the x axis, and browsers then draw strokes from anywhere. So a gap here
   * is a point without a place upward alone, and nothing infinite is let through.
   *
   * @param lying whether values lie along the x axis, so that "along" is upward
   */
  record Trace(boolean lying, List<Double> x, List<Double> y) {

    Trace(boolean lying) {
      this(lying, new ArrayList<>(), new ArrayList<>());
    }

    /** A point; a gap if it has no place on both axes. */
    Trace to(double along, double across) {
      double right = lying ? across : along;
      boolean there = Double.isFinite(along) && Double.isFinite(across);
      x.add(Double.isFinite(right) ? right : 0);
      y.add(!there ? Double.NaN : lying ? along : across);
      return this;
    }

    /** What comes is not joined to what was. */
    Trace gap() {
      return to(Double.NaN, Double.NaN);
    }

    /** A stroke of its own. */
    Trace stroke(double fromAlong, double fromAcross, double toAlong, double toAcross) {
      return to(fromAlong, fromAcross).to(toAlong, toAcross).gap();
    }

    /** The two wings of an arrow of its own, {@code back} on the way it came. */
    Trace arrow(double along, double across, double aside, double back) {
      return to(along - aside, across + back)
          .to(along, across)
          .to(along + aside, across + back)
          .gap();
    }

    /** A rectangle of its own. */
    Trace box(double from, double to, double low, double high) {
      return to(from, low).to(to, low).to(to, high).to(from, high).to(from, low).gap();
    }

    boolean isEmpty() {
      return y.stream().allMatch(place -> place.isNaN());
    }
  }

  Plot(HeadedChart chart, Figure figure, Theme theme, Side x, Side y) {
    this.chart = chart;
    this.figure = figure;
    this.theme = theme;
    this.x = x;
    this.y = y;
    this.labels = new PlotLabels(theme);
    anchor();
  }

  /**
   * XChart draws no chart without a series, and where the places of all points happen to be evenly
   * spaced it puts its ticks there. So each chart has a first series that cannot be seen, whose
   * places are not.
   */
  private void anchor() {
    double[] places = {x.low() + 0.1 * (x.high() - x.low()), x.low() + 0.5 * (x.high() - x.low())};
    chart.addSeries("frame", places, new double[] {Double.NaN, Double.NaN}).setShowInLegend(false);
  }

  Side side(boolean isX) {
    return isX ? x : y;
  }

  /** A line from edge to edge. */
  Trace through(Mark.Rule rule) {
    double place = side(rule.upright()).at(rule.at());
    Side across = side(!rule.upright());
    return new Trace(!rule.upright()).to(place, across.low()).to(place, across.high());
  }

  /** A filled outline; {@code alpha} of 255 hides all below. */
  void area(String name, boolean inLegend, Trace trace, Look look, int alpha, BasicStroke stroke) {
    Color color = theme.color(look.tint());
    add(name, inLegend, trace, color, stroke)
        .ifPresent(
            series -> {
              series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
              series.setFillColor(Theme.veil(color, alpha));
            });
  }

  /** A line without points. */
  void line(String name, boolean inLegend, Trace trace, Color color, BasicStroke stroke) {
    lines.add(() -> add(name, inLegend, trace, color, stroke));
  }

  /** A line behind everything that is no measurement. */
  void guide(Trace trace, Color color, BasicStroke stroke) {
    add("guide", false, trace, color, stroke);
  }

  /** Points, joined if the look has a line. */
  void points(String name, boolean inLegend, Trace trace, Look look) {
    Color color = theme.color(look.tint());
    lines.add(
        () -> add(name, inLegend, trace, color, Theme.line(look)).ifPresent(s -> mark(s, look)));
  }

  private void mark(XYSeries series, Look look) {
    if (look.stroke() == Look.Stroke.NONE) {
      series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    }
    series.setMarker(theme.sign(look));
    series.setMarkerColor(theme.color(look.tint()));
  }

  /** Draws what had to wait; a picture of nothing says so. */
  void finish() {
    lines.forEach(Runnable::run);
    if (figure.isEmpty()) {
      double middle = (x.low() + x.high()) / 2;
      labels.add(Figure.NOTHING, middle, (y.low() + y.high()) / 2, PlotLabels.Side.CENTRED, false);
    }
    chart
        .getStyler()
        .setLegendVisible(chart.getSeriesCollection().stream().anyMatch(XYSeries::isShowInLegend));
    chart.addAnnotation(labels);
  }

  /** XChart finds series by a name of their own, but shows a label, which two may share. */
  private Optional<XYSeries> add(
      String name, boolean inLegend, Trace trace, Color color, BasicStroke stroke) {
    if (trace.isEmpty()) {
      return Optional.empty();
    }
    String key = name;
    for (int i = 2; chart.getSeries(key) != null; i++) {
      key = "%s (%d)".formatted(name, i);
    }
    XYSeries series = chart.addSeries(key, trace.x(), trace.y());
    series.setLabel(name);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(color).setLineStyle(stroke);
    series.setShowInLegend(inLegend && !name.isBlank());
    return Optional.of(series);
  }
}
