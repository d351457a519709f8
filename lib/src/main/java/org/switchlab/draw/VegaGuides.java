package org.switchlab.draw;

import static org.switchlab.draw.VegaLayers.WORDS;
import static org.switchlab.draw.VegaLayers.fields;
import static org.switchlab.draw.VegaLayers.mark;
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
    ObjectNode encoding = fields(axis.channel(), axis.channel());
    if (!rule.name().isEmpty()) {
      encoding.set("tooltip", VegaLayers.tooltip("name", "title", "at", axis.title()));
    }
    return layers.layer(VegaLayers.line("rule", rule.look()), encoding);
  }

  private ObjectNode nameAtRight(Mark.Rule rule) {
    ObjectNode encoding = fields("y", "y");
    encoding.putObject("x").put("value", "width");
    return words("nameOfLevel", rule.name(), encoding);
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
    return words(right ? "nameBefore" : "nameAfter", text, encoding);
  }

  private ObjectNode words(String mark, String text, ObjectNode encoding) {
    encoding.putObject("text").put("value", text);
    return layers.layer(mark(mark, WORDS), encoding);
  }

  /** A veil over the whole picture from one value to another. */
  ObjectNode strip(Mark.Strip strip) {
    VegaAxis axis = layers.axis(strip.upright());
    ObjectNode row = object("low", axis.number(strip.low()), "high", axis.number(strip.high()));
    ObjectNode encoding = fields(axis.channel(), "low", axis.channel() + "2", "high");
    ObjectNode veil = layers.layer(mark("strip", strip.look()), encoding);
    return layers.group("", List.of(row), List.of(veil));
  }

  /** Words at a place. */
  ObjectNode label(Mark.Label label) {
    ObjectNode row = object("x", layers.x.number(label.x()), "y", layers.y.number(label.y()));
    String mark = label.before() ? "labelBefore" : "labelAfter";
    ObjectNode words = words(mark, label.text(), fields("x", "x", "y", "y"));
    return layers.group("", List.of(row), List.of(words));
  }

  /** Width of the sentences of rows, in pixels; 0 if there are none. */
  int notePixels() {
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
    return layers.group("", values, List.of(layers.layer(mark("note", WORDS), encoding)));
  }
}
