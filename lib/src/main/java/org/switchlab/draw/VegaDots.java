package org.switchlab.draw;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.switchlab.figure.Dot;

/**
 * Dots as rows of data, with what a pointer is told of them.
 *
 * @param layers the picture
 * @param name for the legend
 * @param dots the points
 * @param lying whether their intervals lie along the x axis
 */
record VegaDots(VegaLayers layers, String name, List<Dot> dots, boolean lying) {

  /** The axis along which intervals reach. */
  VegaAxis across() {
    return lying ? layers.x : layers.y;
  }

  /** The axis beside it. */
  VegaAxis along() {
    return lying ? layers.y : layers.x;
  }

  /** A row a dot; what a dot does not have is left out, which makes a gap. */
  List<ObjectNode> rows() {
    List<ObjectNode> rows = new ArrayList<>();
    for (Dot dot : dots) {
      rows.add(row(dot, rows.size()));
    }
    return rows;
  }

  /** The row of one dot. */
  ObjectNode row(Dot dot, int order) {
    boolean interval = dot.reaches(lying);
    return Nodes.object(
        "name",
        name,
        "order",
        order,
        "x",
        layers.x.number(dot.x()),
        "y",
        layers.y.number(dot.y()),
        "low",
        interval ? across().number(dot.low()) : null,
        "high",
        interval ? across().number(dot.high()) : null,
        "xText",
        layers.x.text(dot.x()),
        "yText",
        layers.y.text(dot.y()),
        "interval",
        interval ? interval(dot) : "none",
        "hint",
        dot.hint());
  }

  private String interval(Dot dot) {
    return across().text(dot.low()) + " – " + across().text(dot.high());
  }

  /** Name, place, value, interval and hint; interval and hint only where any dot has them. */
  ArrayNode tooltip() {
    List<String> facts = new ArrayList<>();
    if (!name.isEmpty()) {
      // The one title that is shown as a heading.
      facts.addAll(List.of("name", "title"));
    }
    facts.addAll(List.of("xText", layers.x.title(), "yText", upward()));
    if (hasIntervals()) {
      facts.addAll(List.of("interval", "interval"));
    }
    if (dots.stream().anyMatch(dot -> !dot.hint().isEmpty())) {
      facts.addAll(List.of("hint", "note"));
    }
    return VegaLayers.tooltip(facts);
  }

  /** What the y axis is called beside the x axis: of two facts of one name only one is shown. */
  private String upward() {
    String title = layers.y.title();
    return title.equals(layers.x.title()) ? title + ", upward" : title;
  }

  /** Whether any has an interval. */
  boolean hasIntervals() {
    return dots.stream().anyMatch(Dot::hasInterval);
  }

  /** Where the dots are. */
  ObjectNode point() {
    return Nodes.object("x", layers.x.field("x"), "y", layers.y.field("y"));
  }

  /** From one end of the intervals to the other. */
  ObjectNode reach() {
    String channel = across().channel();
    return Nodes.object(
        along().channel(),
        along().field(along().channel()),
        channel,
        across().field("low"),
        channel + "2",
        Nodes.object("field", "high"));
  }

  /** Intervals as strokes. */
  ObjectNode strokes(String color, double width) {
    ObjectNode mark = Nodes.object("type", "rule", "color", color, "strokeWidth", width);
    ObjectNode layer = layers.layer(mark, Nodes.object("tooltip", tooltip()).setAll(reach()));
    layer.set("transform", VegaLayers.filter("isValid(datum.low)"));
    return layer;
  }
}
