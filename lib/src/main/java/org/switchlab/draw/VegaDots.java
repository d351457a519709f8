package org.switchlab.draw;

import static org.switchlab.draw.VegaLayers.WORDS;
import static org.switchlab.draw.VegaLayers.object;
import static org.switchlab.draw.VegaLayers.show;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Look;
import org.switchlab.figure.Scale;

/** The dots of one name: points, lines, intervals and bands of a series, or bars from zero. */
record VegaDots(VegaLayers layers, String name, Look look, List<Dot> dots, boolean lying) {

  /** A star's outline alone would fill a smaller one. */
  private static final int STAR_AREA = 140;

  private VegaAxis along() {
    return layers.axis(!lying);
  }

  private VegaAxis across() {
    return layers.axis(lying);
  }

  /** From the back to the front: band, line, intervals, points. */
  ObjectNode series() {
    List<ObjectNode> parts = new ArrayList<>();
    if (look.band() && hasIntervals()) {
      ObjectNode band = layers.layer("band", look);
      band.withObject("/mark").put("orient", lying ? "horizontal" : "vertical");
      // Vague intervals would fill the picture; without an end there is a gap.
      band.set("transform", VegaLayers.calculate("datum.vague ? null : datum.low", "low"));
      parts.add(inOrder(reach(band)));
    }
    if (look.stroke() != Look.Stroke.NONE) {
      parts.add(inOrder(layers.line("line", look)));
    }
    if (hasIntervals()) {
      boolean thick = look.shape() == Look.Shape.THICK;
      parts.add(intervals(layers.layer(thick ? "thickInterval" : "interval", look)));
      addArrows(dots, along().channel(), parts);
    }
    parts.add(points());
    if (dots.stream().anyMatch(this::isVague)) {
      parts.add(hollow());
    }
    List<ObjectNode> rows = new ArrayList<>();
    dots.forEach(dot -> rows.add(row(dot, rows.size())));
    return layers.group(name, rows, parts);
  }

  /** Bars and their intervals, each where its stack has it; what is told of one is its own. */
  ObjectNode bars(BarPlaces places) {
    VegaAxis along = along();
    List<ObjectNode> rows = new ArrayList<>();
    List<Dot> raised = places.raised();
    for (int i = 0; i < raised.size(); i++) {
      Dot dot = dots.get(i);
      if (dot.isThere()) {
        double value = lying ? dot.y() : dot.x();
        ObjectNode row = row(raised.get(i), 0).put("foot", across().number(places.feet().get(i)));
        row.put("xText", layers.x.text(dot.x())).put("yText", layers.y.text(dot.y()));
        row.put("interval", interval(dot));
        row.put("whisker", along.beside(value, places.aside() + places.whisker()));
        row.put("from", along.beside(value, places.aside() - places.half()));
        rows.add(row.put("to", along.beside(value, places.aside() + places.half())));
      }
    }
    String across = across().channel();
    ObjectNode box = tell(show(layers.layer("bar", look), across, across, across + "2", "foot"));
    show(box, along.channel(), "from", along.channel() + "2", "to");
    ObjectNode whiskers = intervals(layers.layer("barInterval", WORDS));
    show(whiskers, along.channel(), "whisker");
    List<ObjectNode> parts = new ArrayList<>(List.of(box, whiskers));
    addArrows(raised, "whisker", parts);
    return layers.group(name, rows, parts);
  }

  /** One dot as data; what it does not have is left out, which makes a gap. */
  private ObjectNode row(Dot dot, int order) {
    ObjectNode row = object("name", name, "order", order, "hint", dot.hint());
    row.setAll(object("x", layers.x.number(dot.x()), "y", layers.y.number(dot.y())));
    row.put("xText", layers.x.text(dot.x())).put("yText", layers.y.text(dot.y()));
    row.put("interval", interval(dot));
    if (!dot.reaches(lying)) {
      return row;
    }
    row.setAll(object("low", across().end(dot.low()), "high", across().end(dot.high())));
    row.setAll(object("vague", flag(isVague(dot))));
    Scale scale = across().axis().scale();
    return row.setAll(
        object("below", flag(dot.goesBelow(scale)), "above", flag(dot.goesAbove(scale))));
  }

  private String interval(Dot dot) {
    return dot.reaches(lying)
        ? across().text(dot.low()) + " – " + across().text(dot.high())
        : "none";
  }

  /** Present only where it holds: most are not. */
  private static @Nullable Boolean flag(boolean holds) {
    return holds ? true : null;
  }

  private boolean isVague(Dot dot) {
    return layers.figure.isVague(dot, lying);
  }

  /** Where intervals are cut off, an arrow says that they go on. */
  private void addArrows(List<Dot> dots, String along, List<ObjectNode> parts) {
    Scale scale = across().axis().scale();
    if (dots.stream().anyMatch(dot -> dot.goesBelow(scale))) {
      parts.add(arrow("below", along, "low", lying ? "triangle-left" : "triangle-down"));
    }
    if (dots.stream().anyMatch(dot -> dot.goesAbove(scale))) {
      parts.add(arrow("above", along, "high", lying ? "triangle-right" : "triangle-up"));
    }
  }

  private ObjectNode arrow(String flag, String along, String end, String shape) {
    ObjectNode arrow = layers.layer("arrow", look);
    arrow.withObject("/mark").put("shape", shape);
    show(arrow, along().channel(), along, across().channel(), end);
    return tell(arrow).set("transform", VegaLayers.filter("datum." + flag));
  }

  /** The sign of what is vague. */
  private ObjectNode hollow() {
    ObjectNode hollow = layers.layer("point", look);
    hollow.withObject("/mark").put("shape", "circle").put("filled", false);
    return tell(hollow).set("transform", VegaLayers.filter("datum.vague"));
  }

  /** Name, place, value, interval and hint; interval and hint only where any dot has them. */
  private ObjectNode tell(ObjectNode layer) {
    List<String> facts = new ArrayList<>();
    if (!name.isEmpty()) {
      // The one title that is shown as a heading.
      facts.addAll(List.of("name", "title"));
    }
    // Of two facts of one name only one is shown.
    boolean same = layers.y.title().equals(layers.x.title());
    String upward = layers.y.title() + (same ? ", upward" : "");
    facts.addAll(List.of("xText", layers.x.title(), "yText", upward));
    if (hasIntervals()) {
      facts.addAll(List.of("interval", "interval"));
    }
    if (dots.stream().anyMatch(dot -> !dot.hint().isEmpty())) {
      facts.addAll(List.of("hint", "note"));
    }
    return VegaLayers.tell(layer, facts.toArray(String[]::new));
  }

  private boolean hasIntervals() {
    return dots.stream().anyMatch(Dot::hasInterval);
  }

  /** From one end of the intervals to the other. */
  private ObjectNode reach(ObjectNode layer) {
    String along = along().channel();
    String across = across().channel();
    return show(layer, along, along, across, "low", across + "2", "high");
  }

  private ObjectNode intervals(ObjectNode layer) {
    return tell(reach(layer)).set("transform", VegaLayers.filter("isValid(datum.low)"));
  }

  /** Vega-Lite would join points by rising x, which lying ones need not have. */
  private ObjectNode inOrder(ObjectNode layer) {
    if (lying) {
      layer.withObject("/encoding/order").put("field", "order").put("type", "quantitative");
    }
    return layer;
  }

  /** A look without points has some that cannot be seen, to be pointed at. */
  private ObjectNode points() {
    String shape = VegaLayers.shape(look);
    boolean seen = !shape.equals(VegaLayers.STROKE);
    ObjectNode points = layers.layer("point", look);
    if (seen && dots.stream().anyMatch(this::isVague)) {
      points.set("transform", VegaLayers.filter("!datum.vague"));
    }
    ObjectNode mark = points.withObject("/mark").put("shape", seen ? shape : "circle");
    mark.put("filled", !seen || look.shape() == Look.Shape.FILLED);
    if (!seen) {
      mark.put("opacity", 0);
    } else if (look.shape() == Look.Shape.STAR) {
      mark.put("size", STAR_AREA);
    }
    return tell(points);
  }
}
