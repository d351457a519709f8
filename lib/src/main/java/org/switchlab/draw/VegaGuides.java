package org.switchlab.draw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.figure.SymlogScale;

/** Lines, strips and words among which measured values stand. */
final class VegaGuides {

  private static final int MOST_NOTE_PIXELS = 320;
  private static final int LETTER_PIXELS = 6;
  private static final double LINE_PIXELS = 1.4;
  private static final double STRIP_OPACITY = 0.18;
  private static final Look EDGE = new Look(Look.GREY, Look.Stroke.DASHED, Look.Shape.NONE, false);
  private static final Look ZERO = new Look(Look.GREY, Look.Stroke.FULL, Look.Shape.NONE, false);

  private final VegaLayers layers;

  VegaGuides(VegaLayers layers) {
    this.layers = layers;
  }

  /** Where zero is among negative values, and where symlog axes stop being linear. */
  List<ObjectNode> ofScales() {
    List<ObjectNode> guides = new ArrayList<>();
    VegaAxis values = layers.y.isRows() ? layers.x : layers.y;
    if (values.axis().scale().axisMin() < values.place(0)) {
      guides.add(rule(new Mark.Rule("", ZERO, values.isX(), 0, false)));
    }
    for (VegaAxis axis : List.of(layers.x, layers.y)) {
      if (axis.axis().scale() instanceof SymlogScale symlog) {
        boolean upright = axis.isX();
        if (symlog.min() < symlog.linearLow()) {
          guides.add(rule(new Mark.Rule("", EDGE, upright, symlog.linearLow(), false)));
        }
        if (symlog.max() > symlog.linearHigh()) {
          guides.add(rule(new Mark.Rule("", EDGE, upright, symlog.linearHigh(), false)));
        }
      }
    }
    return guides;
  }

  /** A line and its name; of a published one outside an arrow at the nearer edge. */
  ObjectNode rule(Mark.Rule rule) {
    VegaAxis axis = rule.upright() ? layers.x : layers.y;
    boolean inside = axis.holds(rule.at());
    String name = rule.name();
    ObjectNode row =
        Nodes.object(
            "name", name, axis.channel(), axis.number(rule.at()), "at", axis.text(rule.at()));
    List<ObjectNode> parts = new ArrayList<>();
    if (inside) {
      parts.add(line(rule, axis));
    }
    if (!name.isEmpty() && hasWords(rule, inside)) {
      parts.add(name(rule, axis, inside));
    }
    return layers.group(rule.inLegend() ? name : "", List.of(row), parts);
  }

  /** Of what lies outside only what was published is pointed to. */
  private static boolean hasWords(Mark.Rule rule, boolean inside) {
    return inside ? !rule.inLegend() : rule.upright() && rule.look().stroke() == Look.Stroke.DOTTED;
  }

  private ObjectNode line(Mark.Rule rule, VegaAxis axis) {
    ObjectNode mark = VegaLook.line(rule.look(), LINE_PIXELS).put("type", "rule");
    ObjectNode encoding = Nodes.object(axis.channel(), axis.field(axis.channel()));
    if (!rule.name().isEmpty()) {
      encoding.set("tooltip", VegaLayers.tooltip(List.of("name", "title", "at", axis.title())));
    }
    return layers.layer(mark, encoding);
  }

  /** At the head of a standing line, above the right end of a lying one. */
  private ObjectNode name(Mark.Rule rule, VegaAxis axis, boolean inside) {
    double middle = (axis.axis().scale().axisMin() + axis.axis().scale().axisMax()) / 2;
    boolean toRight = axis.place(rule.at()) > middle;
    if (!rule.upright()) {
      ObjectNode mark = words("right", "bottom").put("dy", -3).put("dx", -4);
      return layers.layer(
          mark,
          Nodes.object(
              "x", Nodes.object("value", "width"),
              "y", axis.field("y"),
              "text", Nodes.object("value", rule.name())));
    }
    String text = inside ? rule.name() : toRight ? rule.name() + " →" : "← " + rule.name();
    ObjectNode mark =
        words(toRight ? "right" : "left", "top").put("dy", 3).put("dx", toRight ? -4 : 4);
    ObjectNode edge = toRight ? Nodes.object("value", "width") : Nodes.object("value", 0);
    return layers.layer(
        mark,
        Nodes.object(
            "x", inside ? axis.field("x") : edge,
            "y", Nodes.object("value", 0),
            "text", Nodes.object("value", text)));
  }

  /** A veil over the whole picture from one value to another. */
  ObjectNode strip(Mark.Strip strip) {
    VegaAxis axis = strip.upright() ? layers.x : layers.y;
    String channel = axis.channel();
    ObjectNode row =
        Nodes.object("low", axis.number(strip.low()), "high", axis.number(strip.high()));
    ObjectNode mark =
        Nodes.object(
            "type",
            "rect",
            "color",
            VegaLook.color(strip.look()),
            "opacity",
            STRIP_OPACITY,
            "clip",
            true);
    ObjectNode encoding =
        Nodes.object(channel, axis.field("low"), channel + "2", Nodes.object("field", "high"));
    return layers.group("", List.of(row), List.of(layers.layer(mark, encoding)));
  }

  /** Words at a place. */
  ObjectNode label(Mark.Label label) {
    ObjectNode row = Nodes.object("x", layers.x.number(label.x()), "y", layers.y.number(label.y()));
    ObjectNode mark =
        words(label.before() ? "right" : "left", "middle").put("dx", label.before() ? -6 : 6);
    ObjectNode encoding =
        Nodes.object(
            "x", layers.x.field("x"),
            "y", layers.y.field("y"),
            "text", Nodes.object("value", label.text()));
    return layers.group("", List.of(row), List.of(layers.layer(mark, encoding)));
  }

  /** Width of the sentences of rows, in pixels; 0 if there are none. */
  static int notePixels(Figure figure) {
    int letters =
        figure.y().scale() instanceof RowScale rows
            ? rows.notes().stream().mapToInt(String::length).max().orElse(0)
            : 0;
    return Math.min(MOST_NOTE_PIXELS, LETTER_PIXELS * letters);
  }

  /** The sentences of rows, right of the plot. */
  ObjectNode notes(RowScale rows) {
    List<ObjectNode> values = new ArrayList<>();
    for (int i = 0; i < rows.notes().size(); i++) {
      values.add(Nodes.object("y", layers.y.number(i), "note", rows.notes().get(i)));
    }
    ObjectNode encoding =
        Nodes.object(
            "x", Nodes.object("value", "width"),
            "y", layers.y.field("y"),
            "text", Nodes.object("field", "note"));
    ObjectNode mark = words("left", "middle").put("dx", 8).put("limit", MOST_NOTE_PIXELS);
    return layers.group("", values, List.of(Nodes.object("mark", mark, "encoding", encoding)));
  }

  private static ObjectNode words(String align, String baseline) {
    return Nodes.object(
        "type", "text", "align", align, "baseline", baseline, "color", VegaLook.TEXT);
  }
}
