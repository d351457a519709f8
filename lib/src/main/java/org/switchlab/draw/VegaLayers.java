package org.switchlab.draw;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Mark;

/** What the layers of one picture share. */
final class VegaLayers {

  /** Name of the selection that holds which names are shown. */
  static final String SHOWN = "shown";

  final VegaAxis x;
  final VegaAxis y;

  /** Whether it is made of cells, along which numbers of the x axis say nothing. */
  final boolean hasCells;

  VegaLayers(Figure figure) {
    x = new VegaAxis("x", figure.x());
    y = new VegaAxis("y", figure.y());
    hasCells = figure.has(Mark.Cells.class);
  }

  /** Whether the picture can be moved and zoomed along both axes. */
  boolean isContinuous() {
    return !x.isRows() && !y.isRows();
  }

  /**
   * Layers over the same data.
   *
   * @param name for the legend, by which they are switched off; empty if it does not name them
   */
  ObjectNode group(String name, List<ObjectNode> values, List<ObjectNode> layers) {
    ObjectNode group = Nodes.object("data", data(values));
    if (!name.isEmpty()) {
      // Taken out, not made invisible: what cannot be seen must not answer the pointer.
      group.set("transform", filter(Nodes.object("param", SHOWN)));
    }
    group.set("layer", Nodes.array(layers));
    return group;
  }

  /** Data that stands in the specification itself. */
  static ObjectNode data(List<ObjectNode> values) {
    return Nodes.object("values", values);
  }

  /** Keeps what {@code test} holds for, an expression or the name of a selection. */
  static ArrayNode filter(Object test) {
    return Nodes.array(List.of(Nodes.object("filter", test)));
  }

  /** A layer whose marks stay within the plot when it is moved. */
  ObjectNode layer(ObjectNode mark, ObjectNode encoding) {
    if (isContinuous()) {
      mark.put("clip", true);
    }
    return Nodes.object("mark", mark, "encoding", encoding);
  }

  /** What a pointer is told: fields and what they are called, in turn. */
  static ArrayNode tooltip(List<String> fieldsAndTitles) {
    ArrayNode tooltip = Nodes.array(List.of());
    for (int i = 0; i + 1 < fieldsAndTitles.size(); i += 2) {
      tooltip.add(
          Nodes.object(
              "field", fieldsAndTitles.get(i),
              "title", fieldsAndTitles.get(i + 1),
              "type", "nominal"));
    }
    return tooltip;
  }
}
