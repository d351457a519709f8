package org.switchlab.draw;

import static org.switchlab.draw.VegaLayers.fields;
import static org.switchlab.draw.VegaLayers.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;

/** The dots of one name: points, lines, intervals and bands of a series, or bars from zero. */
record VegaDots(VegaLayers layers, String name, Look look, List<Dot> dots, boolean lying) {

  private static final double LINE_PIXELS = 1.8;
  private static final double WHISKER_PIXELS = 1.2;
  private static final double THICK_PIXELS = 6;
  private static final int POINT_AREA = 55;

  /** Its outline alone would fill a smaller one. */
  private static final int STAR_AREA = 140;

  private static final double BAND_OPACITY = 0.14;
  private static final double BAR_OPACITY = 0.85;
  private static final double BAR_WHISKER_PIXELS = 1.4;

  /** From the back to the front: band, line, intervals, points. */
  static ObjectNode series(VegaLayers layers, Mark.Series series) {
    return new VegaDots(layers, series.name(), series.look(), series.dots(), series.lying())
        .series();
  }

  /** Bars and their intervals, beside those of other names; they lie where names stand in rows. */
  static ObjectNode bars(VegaLayers layers, Figure figure, Mark.Bars bars) {
    return new VegaDots(layers, bars.name(), bars.look(), bars.dots(), layers.y.isRows())
        .bars(FigureParts.barAside(figure, bars), FigureParts.halfBar(figure));
  }

  /** The axis beside which the dots stand. */
  private VegaAxis along() {
    return layers.axis(!lying);
  }

  /** The axis along which intervals reach. */
  private VegaAxis across() {
    return layers.axis(lying);
  }

  private ObjectNode series() {
    List<ObjectNode> parts = new ArrayList<>();
    if (look.band() && hasIntervals()) {
      parts.add(band());
    }
    if (look.stroke() != Look.Stroke.NONE) {
      parts.add(layers.layer(VegaLayers.line(look, LINE_PIXELS), inOrder(point())));
    }
    if (hasIntervals()) {
      boolean thick = look.shape() == Look.Shape.THICK;
      parts.add(strokes(VegaLayers.color(look), thick ? THICK_PIXELS : WHISKER_PIXELS));
    }
    parts.add(points());
    List<ObjectNode> rows = new ArrayList<>();
    dots.forEach(dot -> rows.add(row(dot, rows.size())));
    return layers.group(name, rows, parts);
  }

  private ObjectNode bars(double aside, double half) {
    List<ObjectNode> rows = new ArrayList<>();
    for (Dot dot : dots) {
      if (dot.isThere()) {
        double value = lying ? dot.y() : dot.x();
        ObjectNode row = row(dot, 0).put(along().channel(), along().beside(value, aside));
        row.put("from", along().beside(value, aside - half));
        rows.add(
            row.put("to", along().beside(value, aside + half)).put("zero", across().number(0)));
      }
    }
    String color = VegaLayers.color(look);
    ObjectNode mark = object("type", "rect", "color", color, "opacity", BAR_OPACITY);
    ObjectNode box = fields(along().channel(), "from", along().channel() + "2", "to");
    box.setAll(fields(across().channel(), across().channel(), across().channel() + "2", "zero"));
    box.set("tooltip", tooltip());
    ObjectNode whiskers = strokes(VegaLayers.TEXT, BAR_WHISKER_PIXELS);
    return layers.group(name, rows, List.of(layers.layer(mark, box), whiskers));
  }

  /** One dot as data; what it does not have is left out, which makes a gap. */
  private ObjectNode row(Dot dot, int order) {
    ObjectNode row = object("name", name, "order", order, "hint", dot.hint());
    row.setAll(object("x", layers.x.number(dot.x()), "y", layers.y.number(dot.y())));
    row.put("xText", layers.x.text(dot.x())).put("yText", layers.y.text(dot.y()));
    if (!dot.reaches(lying)) {
      return row.put("interval", "none");
    }
    row.setAll(object("low", across().number(dot.low()), "high", across().number(dot.high())));
    return row.put("interval", across().text(dot.low()) + " – " + across().text(dot.high()));
  }

  /** Name, place, value, interval and hint; interval and hint only where any dot has them. */
  private ArrayNode tooltip() {
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
    return VegaLayers.tooltip(facts.toArray(String[]::new));
  }

  private boolean hasIntervals() {
    return dots.stream().anyMatch(Dot::hasInterval);
  }

  private static ObjectNode point() {
    return fields("x", "x", "y", "y");
  }

  /** From one end of the intervals to the other. */
  private ObjectNode reach() {
    String channel = across().channel();
    return fields(along().channel(), along().channel(), channel, "low", channel + "2", "high");
  }

  /** Intervals as strokes. */
  private ObjectNode strokes(String color, double width) {
    ObjectNode mark = object("type", "rule", "color", color, "strokeWidth", width);
    ObjectNode layer = layers.layer(mark, reach().set("tooltip", tooltip()));
    return layer.set("transform", VegaLayers.filter("isValid(datum.low)"));
  }

  private ObjectNode band() {
    String color = VegaLayers.color(look);
    ObjectNode mark = object("type", "area", "color", color, "opacity", BAND_OPACITY);
    mark.put("orient", lying ? "horizontal" : "vertical");
    return layers.layer(mark, inOrder(reach()));
  }

  /** Vega-Lite would join points by rising x, which lying ones need not have. */
  private ObjectNode inOrder(ObjectNode encoding) {
    if (lying) {
      encoding.putObject("order").put("field", "order").put("type", "quantitative");
    }
    return encoding;
  }

  /** A look without points has some that cannot be seen, to be pointed at. */
  private ObjectNode points() {
    String shape = VegaLayers.shape(look);
    boolean seen = !shape.equals(VegaLayers.STROKE);
    boolean filled = look.shape() == Look.Shape.FILLED || !seen;
    ObjectNode mark = object("type", "point", "color", VegaLayers.color(look), "filled", filled);
    mark.put("shape", seen ? shape : "circle").put("opacity", seen ? 1 : 0);
    mark.put("size", look.shape() == Look.Shape.STAR ? STAR_AREA : POINT_AREA);
    return layers.layer(mark, point().set("tooltip", tooltip()));
  }
}
