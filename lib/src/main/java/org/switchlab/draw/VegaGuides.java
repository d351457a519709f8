package org.switchlab.draw;

import static org.switchlab.draw.VegaLayers.fields;
import static org.switchlab.draw.VegaLayers.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;

/** Lines, strips and words among which measured values stand. */
record VegaGuides(Figure figure, VegaLayers layers) {

  private static final int MOST_NOTE_PIXELS = 320;
  private static final int LETTER_PIXELS = 6;
  private static final double LINE_PIXELS = 1.4;
  private static final double STRIP_OPACITY = 0.18;

  /** A line and its name; of a published one outside an arrow at the nearer edge. */
  ObjectNode rule(Mark.Rule rule) {
    VegaAxis axis = layers.axis(rule.upright());
    boolean inside = FigureParts.holds(axis.axis().scale(), rule.at());
    String name = rule.name();
    List<ObjectNode> parts = new ArrayList<>();
    if (inside) {
      parts.add(line(rule, axis));
    }
    if (!name.isEmpty() && FigureParts.hasWords(figure, rule)) {
      parts.add(rule.upright() ? nameAtHead(rule, inside) : nameAtRight(rule));
    }
    double at = axis.number(rule.at());
    ObjectNode row = object("name", name, axis.channel(), at, "at", axis.text(rule.at()));
    return layers.group(rule.inLegend() ? name : "", List.of(row), parts);
  }

  private ObjectNode line(Mark.Rule rule, VegaAxis axis) {
    ObjectNode mark = VegaLayers.line(rule.look(), LINE_PIXELS).put("type", "rule");
    ObjectNode encoding = fields(axis.channel(), axis.channel());
    if (!rule.name().isEmpty()) {
      encoding.set("tooltip", VegaLayers.tooltip("name", "title", "at", axis.title()));
    }
    return layers.layer(mark, encoding);
  }

  private ObjectNode nameAtRight(Mark.Rule rule) {
    ObjectNode encoding = fields("y", "y");
    encoding.putObject("x").put("value", "width");
    return words(rule.name(), encoding, "align", "right", "baseline", "bottom", "dx", -4, "dy", -3);
  }

  private ObjectNode nameAtHead(Mark.Rule rule, boolean inside) {
    double middle = (layers.x.axis().scale().axisMin() + layers.x.axis().scale().axisMax()) / 2;
    boolean right = layers.x.place(rule.at()) > middle;
    String text = inside ? rule.name() : right ? rule.name() + " →" : "← " + rule.name();
    ObjectNode encoding = fields("x", "x");
    if (!inside) {
      encoding.set("x", right ? object("value", "width") : object("value", 0));
    }
    encoding.putObject("y").put("value", 0);
    String align = right ? "right" : "left";
    return words(text, encoding, "align", align, "baseline", "top", "dx", right ? -4 : 4, "dy", 3);
  }

  private ObjectNode words(String text, ObjectNode encoding, Object... place) {
    encoding.putObject("text").put("value", text);
    ObjectNode mark = object(place).put("type", "text").put("color", VegaLayers.TEXT);
    return layers.layer(mark, encoding);
  }

  /** A veil over the whole picture from one value to another. */
  ObjectNode strip(Mark.Strip strip) {
    VegaAxis axis = layers.axis(strip.upright());
    String color = VegaLayers.color(strip.look());
    ObjectNode row = object("low", axis.number(strip.low()), "high", axis.number(strip.high()));
    ObjectNode mark = object("type", "rect", "color", color, "opacity", STRIP_OPACITY);
    ObjectNode encoding = fields(axis.channel(), "low", axis.channel() + "2", "high");
    return layers.group("", List.of(row), List.of(layers.layer(mark.put("clip", true), encoding)));
  }

  /** Words at a place. */
  ObjectNode label(Mark.Label label) {
    ObjectNode row = object("x", layers.x.number(label.x()), "y", layers.y.number(label.y()));
    String align = label.before() ? "right" : "left";
    int dx = label.before() ? -6 : 6;
    ObjectNode encoding = fields("x", "x", "y", "y");
    ObjectNode words =
        words(label.text(), encoding, "align", align, "baseline", "middle", "dx", dx);
    return layers.group("", List.of(row), List.of(words));
  }

  /** Width of the sentences of rows, in pixels; 0 if there are none. */
  static int notePixels(Figure figure) {
    int letters =
        figure.y().scale() instanceof RowScale rows ? TextBlocks.longest(rows.notes()) : 0;
    return Math.min(MOST_NOTE_PIXELS, LETTER_PIXELS * letters);
  }

  /** The sentences of rows, right of the plot. */
  ObjectNode notes(RowScale rows) {
    List<ObjectNode> values = new ArrayList<>();
    for (int i = 0; i < rows.notes().size(); i++) {
      values.add(object("y", layers.y.number(i), "note", rows.notes().get(i)));
    }
    ObjectNode encoding = fields("y", "y", "text", "note");
    encoding.putObject("x").put("value", "width");
    ObjectNode mark = object("type", "text", "align", "left", "baseline", "middle", "dx", 8);
    mark.put("color", VegaLayers.TEXT).put("limit", MOST_NOTE_PIXELS);
    return layers.group("", values, List.of(layers.layer(mark, encoding)));
  }
}
