package org.switchlab.view;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.switchlab.estimate.Activity;
import org.switchlab.estimate.Span;
import org.switchlab.estimate.Timeline;

/**
 * Who ran when, as an XChart chart: a row a process, time in µs, a colour an activity.
 *
 * <p>Rows are numbered from the bottom. Both flows are drawn over the same number of messages from
 * the same zero, so that what pair does beyond single is what sticks out.
 */
public final class TimelineChart {

  private static final double HALF_HEIGHT = 0.3;
  private static final int TICK_DISTANCE = 64;

  /** Distance of a row's name above the row. */
  private static final double NAME_ABOVE = 0.1;

  private TimelineChart() {}

  /** A chart of {@code timeline}; changing it changes nothing else. */
  public static XYChart of(Timeline timeline, Heading heading) {
    List<Lane> lanes = Lane.of(timeline);
    HeadedChart chart = ChartLook.chart(heading, List.of(note(timeline)));
    chart.setXAxisTitle("time (µs)");
    chart.getStyler().setXAxisMin(0.0);
    chart.getStyler().setXAxisMax(Lane.endNs(lanes) / 1e3);
    chart.getStyler().setXAxisTickMarkSpacingHint(TICK_DISTANCE);
    chart.getStyler().setYAxisMin(0.5);
    chart.getStyler().setYAxisMax(lanes.size() + 0.6);
    chart.getStyler().setYAxisTicksVisible(false);
    for (Activity activity : Activity.values()) {
      add(chart, activity, lanes);
    }
    for (int lane = 0; lane < lanes.size(); lane++) {
      double row = lanes.size() - lane + HALF_HEIGHT + NAME_ABOVE;
      chart.addAnnotation(PlotLabel.after(lanes.get(lane).name(), 0, row));
    }
    return chart;
  }

  private static String note(Timeline timeline) {
    return "A typical stretch of %d traced rounds; the time stamps themselves are in it."
        .formatted(timeline.trace().pair().rounds());
  }

  /** One series an activity: its rectangles, apart from each other by a point that is none. */
  private static void add(XYChart chart, Activity activity, List<Lane> lanes) {
    List<double[][]> boxes =
        IntStream.range(0, lanes.size())
            .boxed()
            .flatMap(lane -> boxes(lanes.get(lane), lanes.size() - lane, activity))
            .toList();
    if (boxes.isEmpty()) {
      return;
    }
    XYSeries series = chart.addSeries(activity.words(), joined(boxes, 0), joined(boxes, 1));
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    series.setFillColor(color(activity));
    series.setLineStyle(SeriesLines.NONE).setLineColor(color(activity));
    series.setMarker(SeriesMarkers.NONE);
  }

  private static Stream<double[][]> boxes(Lane lane, double row, Activity activity) {
    return lane.spans().stream()
        .filter(span -> span.activity() == activity)
        .map(span -> box(span, row));
  }

  private static double[][] box(Span span, double row) {
    double left = span.beginNs() / 1e3;
    double right = span.endNs() / 1e3;
    double half = span.activity() == Activity.SWITCHED_OUT ? HALF_HEIGHT / 4 : HALF_HEIGHT;
    return new double[][] {
      {left, right, right, left, Double.NaN},
      {row - half, row - half, row + half, row + half, Double.NaN}
    };
  }

  private static double[] joined(List<double[][]> boxes, int axis) {
    return boxes.stream().flatMapToDouble(box -> Arrays.stream(box[axis])).toArray();
  }

  private static Color color(Activity activity) {
    return switch (activity) {
      case WALK -> Palette.color(2);
      case SYSTEM_CALL -> Palette.color(1);
      case SWITCH -> Palette.color(3);
      case SWITCHED_OUT -> Palette.LIGHT_GREY;
    };
  }
}
