package org.switchlab.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.knowm.xchart.XYChart;
import org.switchlab.claim.PublishedPoint;

/**
 * Names of published numbers beside their stars. Numbers that lie on one another share a label, and
 * labels stand to the left where another size's would begin on them.
 */
final class PublishedLabels {

  /** Half a star's width, in powers of two. */
  private static final double STAR_OCTAVES = 0.06;

  /** About the length of a label, in powers of two. */
  private static final double LABEL_OCTAVES = 1;

  private final XYChart chart;
  private final ToDoubleFunction<PublishedPoint> x;
  private final ToDoubleFunction<PublishedPoint> y;
  private final double lineHeight;

  /**
   * Labels of a chart.
   *
   * @param x place of a point on the size axis, in powers of two
   * @param y place of a point on the cost axis
   * @param lineHeight what two labels must be apart on the cost axis
   */
  PublishedLabels(
      XYChart chart,
      ToDoubleFunction<PublishedPoint> x,
      ToDoubleFunction<PublishedPoint> y,
      double lineHeight) {
    this.chart = chart;
    this.x = x;
    this.y = y;
    this.lineHeight = lineHeight;
  }

  /** Names the strides of {@code points}. */
  void add(List<PublishedPoint> points) {
    List<PublishedPoint> ordered =
        points.stream().sorted(Comparator.comparingDouble(x).thenComparingDouble(y)).toList();
    List<PublishedPoint> together = new ArrayList<>();
    for (PublishedPoint point : ordered) {
      if (!together.isEmpty() && !isOn(together.getLast(), point)) {
        name(together, points);
        together.clear();
      }
      together.add(point);
    }
    if (!together.isEmpty()) {
      name(together, points);
    }
  }

  private boolean isOn(PublishedPoint lower, PublishedPoint upper) {
    return x.applyAsDouble(lower) == x.applyAsDouble(upper)
        && y.applyAsDouble(upper) - y.applyAsDouble(lower) < lineHeight;
  }

  private void name(List<PublishedPoint> together, List<PublishedPoint> all) {
    String names =
        together.stream()
            .map(point -> "%s B: %s".formatted(point.strideBytes(), point.printed()))
            .collect(Collectors.joining(", "));
    double atX = x.applyAsDouble(together.getFirst());
    double atY = y.applyAsDouble(together.getFirst());
    boolean crowded =
        all.stream().mapToDouble(x).anyMatch(other -> other > atX && other - atX < LABEL_OCTAVES);
    chart.addAnnotation(
        crowded
            ? PlotLabel.before(names, atX - STAR_OCTAVES, atY)
            : PlotLabel.after(names, atX + STAR_OCTAVES, atY));
  }
}
