package org.switchlab.draw;

import static org.switchlab.draw.VegaLayers.WORDS;
import static org.switchlab.draw.VegaLayers.object;
import static org.switchlab.draw.VegaLayers.show;
import static org.switchlab.draw.VegaLayers.tell;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;

/** Lines, strips and words among which measured values stand. */
record VegaGuides(Figure figure, VegaLayers layers) {

  /** A line and its name; of a published one outside an arrow at the nearer edge. */
  ObjectNode rule(Mark.Rule rule) {
    VegaAxis axis = layers.axis(rule.upright());
    boolean inside = FigureParts.holds(axis.axis().scale(), rule.at());
    String name = rule.name();
    List<ObjectNode> parts = new ArrayList<>();
    if (inside) {
      ObjectNode line = layers.line("rule", rule.look());
      show(line, axis.channel(), axis.channel());
      parts.add(name.isEmpty() ? line : tell(line, "name", "title", "at", axis.title()));
    }
    if (!name.isEmpty() && FigureParts.hasWords(figure, rule)) {
      parts.add(rule.upright() ? nameAtHead(rule, inside) : words("nameOfLevel", name));
    }
    double at = axis.number(rule.at());
    ObjectNode row = object("name", name, axis.channel(), at, "at", axis.text(rule.at()));
    return layers.group(rule.inLegend() ? name : "", List.of(row), parts);
  }

  private ObjectNode nameAtHead(Mark.Rule rule, boolean inside) {
    double middle = (layers.x.axis().scale().axisMin() + layers.x.axis().scale().axisMax()) / 2;
    boolean right = layers.x.place(rule.at()) > middle;
    if (inside) {
      return words(right ? "nameBefore" : "nameAfter", rule.name());
    }
    return right ? words("arrowRight", rule.name() + " →") : words("arrowLeft", "← " + rule.name());
  }

  private ObjectNode words(String name, String text) {
    ObjectNode layer = layers.layer(name, WORDS);
    layer.withObject("/encoding/text").put("value", text);
    return layer;
  }

  /** A line over a part of the x axis. */
  ObjectNode level(Mark.Level level) {
    ObjectNode row = object("name", level.name(), "y", layers.y.number(level.at()));
    row.setAll(object("x", layers.x.end(level.from()), "x2", layers.x.end(level.to())));
    row.put("at", layers.y.text(level.at()));
    ObjectNode line = layers.line("rule", level.look());
    show(line, "x", "x", "x2", "x2", "y", "y");
    tell(line, "name", "title", "at", layers.y.title());
    return layers.group(level.name(), List.of(row), List.of(line));
  }

  /** A veil over the whole picture from one value to another. */
  ObjectNode strip(Mark.Strip strip) {
    VegaAxis axis = layers.axis(strip.upright());
    ObjectNode row = object("low", axis.number(strip.low()), "high", axis.number(strip.high()));
    ObjectNode veil = layers.layer("strip", strip.look());
    show(veil, axis.channel(), "low", axis.channel() + "2", "high");
    return layers.group("", List.of(row), List.of(veil));
  }

  /** Words at a place. */
  ObjectNode label(Mark.Label label) {
    ObjectNode row = object("x", layers.x.number(label.x()), "y", layers.y.number(label.y()));
    ObjectNode words = words(label.before() ? "labelBefore" : "labelAfter", label.text());
    return layers.group("", List.of(row), List.of(words));
  }

  /** The sentences of rows, right of the plot. */
  ObjectNode notes(RowScale rows) {
    List<ObjectNode> values = new ArrayList<>();
    for (int i = 0; i < rows.notes().size(); i++) {
      values.add(object("y", layers.y.number(i), "note", rows.notes().get(i)));
    }
    return layers.group("", values, List.of(layers.layer("note", WORDS)));
  }
}
