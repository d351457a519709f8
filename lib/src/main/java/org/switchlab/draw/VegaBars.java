package org.switchlab.draw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Mark;

/** Bars of all names of a figure, beside each other where they share a place. */
final class VegaBars {

  /** The part of the distance between neighbouring places that their bars take. */
  private static final double FILLED_SHARE = 0.8;

  /** Half of what a bar fills of its part. */
  private static final double HALF_BAR = 0.46;

  private static final double OPACITY = 0.85;
  private static final double WHISKER_PIXELS = 1.4;

  private final VegaLayers layers;
  private final List<Mark.Bars> all;

  /** Width of one bar, in places. */
  private final double width;

  VegaBars(VegaLayers layers, List<Mark.Bars> all) {
    this.layers = layers;
    this.all = all;
    this.width = distance() * FILLED_SHARE / Math.max(1, all.size());
  }

  /** Bars lie where their names stand one above the other. */
  private boolean lying() {
    return layers.y.isRows();
  }

  private VegaAxis along() {
    return lying() ? layers.y : layers.x;
  }

  private double value(Dot dot) {
    return lying() ? dot.y() : dot.x();
  }

  /** Of neighbouring places; the scale's step if there are none. */
  private double distance() {
    double[] places =
        all.stream()
            .flatMap(bars -> bars.dots().stream())
            .filter(Dot::isThere)
            .mapToDouble(dot -> along().place(value(dot)))
            .sorted()
            .distinct()
            .toArray();
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i < places.length; i++) {
      least = Math.min(least, places[i] - places[i - 1]);
    }
    return Double.isFinite(least) ? least : along().axis().scale().step();
  }

  /** The bars of one name and their intervals. */
  ObjectNode group(Mark.Bars bars) {
    VegaDots dots = new VegaDots(layers, bars.name(), bars.dots(), lying());
    // Places grow upward: of lying bars the first name is to stand highest.
    double sign = lying() ? -1 : 1;
    double aside = sign * (all.indexOf(bars) - (all.size() - 1) / 2.0) * width;
    List<ObjectNode> rows = new ArrayList<>();
    for (Dot dot : bars.dots()) {
      if (dot.isThere()) {
        rows.add(row(dots, dot, aside));
      }
    }
    List<ObjectNode> parts =
        Stream.of(rectangles(bars, dots), dots.strokes(VegaLook.TEXT, WHISKER_PIXELS)).toList();
    return layers.group(bars.name(), rows, parts);
  }

  private ObjectNode row(VegaDots dots, Dot dot, double aside) {
    ObjectNode row = dots.row(dot, 0);
    String channel = along().channel();
    row.put(channel, along().beside(value(dot), aside));
    row.put("from", along().beside(value(dot), aside - HALF_BAR * width));
    row.put("to", along().beside(value(dot), aside + HALF_BAR * width));
    row.put("zero", dots.across().number(0));
    return row;
  }

  private ObjectNode rectangles(Mark.Bars bars, VegaDots dots) {
    String along = along().channel();
    String across = dots.across().channel();
    ObjectNode mark =
        Nodes.object("type", "rect", "color", VegaLook.color(bars.look()), "opacity", OPACITY);
    ObjectNode encoding =
        Nodes.object(
            along,
            along().field("from"),
            along + "2",
            Nodes.object("field", "to"),
            across,
            dots.across().field(across),
            across + "2",
            Nodes.object("field", "zero"),
            "tooltip",
            dots.tooltip());
    return layers.layer(mark, encoding);
  }
}
