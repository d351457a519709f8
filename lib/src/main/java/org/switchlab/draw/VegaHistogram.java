package org.switchlab.draw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.switchlab.figure.Mark;

/** Histograms and the values below them. */
final class VegaHistogram {

  private static final double AREA_OPACITY = 0.2;
  private static final double LINE_PIXELS = 1.6;
  private static final int RUG_PIXELS = 8;

  private final VegaLayers layers;

  VegaHistogram(VegaLayers layers) {
    this.layers = layers;
  }

  /** A filled outline, and a rectangle a bin to be pointed at. */
  ObjectNode steps(Mark.Steps steps) {
    String color = VegaLook.color(steps.look());
    ObjectNode area =
        Nodes.object(
            "type", "area", "color", color, "opacity", AREA_OPACITY, "interpolate", "step-after");
    ObjectNode line = VegaLook.line(steps.look(), LINE_PIXELS).put("interpolate", "step-after");
    ObjectNode bin = Nodes.object("type", "rect", "color", color, "opacity", 0);
    ObjectNode outline = Nodes.object("x", layers.x.field("x"), "y", layers.y.field("y"));
    return layers.group(
        steps.name(),
        bins(steps),
        List.of(
            layers.layer(area, outline.deepCopy()),
            layers.layer(line, outline),
            layers.layer(bin, rectangle())));
  }

  private ObjectNode rectangle() {
    return Nodes.object(
        "x", layers.x.field("x"),
        "x2", Nodes.object("field", "to"),
        "y", layers.y.field("y"),
        "y2", Nodes.object("field", "zero"),
        "tooltip",
            VegaLayers.tooltip(
                List.of("name", "title", "bin", layers.x.title(), "count", layers.y.title())));
  }

  /** A row a bin, and one that ends the last; the outline comes from zero and goes back to it. */
  private List<ObjectNode> bins(Mark.Steps steps) {
    List<ObjectNode> rows = new ArrayList<>();
    double zero = layers.y.number(0);
    int bins = steps.counts().size();
    for (int i = 0; i < bins; i++) {
      double from = steps.edges().get(i);
      double to = steps.edges().get(i + 1);
      double count = steps.counts().get(i);
      if (i == 0) {
        rows.add(end(steps.name(), from, zero));
      }
      rows.add(
          Nodes.object(
              "name", steps.name(),
              "x", layers.x.number(from),
              "to", layers.x.number(to),
              "y", layers.y.number(count),
              "zero", zero,
              "bin", layers.x.text(from) + " – " + layers.x.text(to),
              "count", layers.y.text(count)));
    }
    if (bins > 0) {
      rows.add(end(steps.name(), steps.edges().get(bins), zero));
    }
    return rows;
  }

  private ObjectNode end(String name, double edge, double zero) {
    double x = layers.x.number(edge);
    return Nodes.object("name", name, "x", x, "to", x, "y", zero, "zero", zero);
  }

  /** At the lower border, so that the values stay in view wherever the plot is moved. */
  ObjectNode rug(Mark.Rug rug) {
    List<ObjectNode> rows =
        rug.values().stream()
            .map(
                value ->
                    Nodes.object(
                        "name", rug.name(),
                        "x", layers.x.number(value),
                        "xText", layers.x.text(value)))
            .toList();
    ObjectNode mark =
        Nodes.object(
            "type",
            "tick",
            "orient",
            "vertical",
            "color",
            VegaLook.TEXT,
            "size",
            RUG_PIXELS,
            "yOffset",
            -RUG_PIXELS / 2,
            "thickness",
            1);
    ObjectNode encoding =
        Nodes.object(
            "x", layers.x.field("x"),
            "y", Nodes.object("value", "height"),
            "tooltip", VegaLayers.tooltip(List.of("name", "title", "xText", layers.x.title())));
    return layers.group(rug.name(), rows, List.of(layers.layer(mark, encoding)));
  }
}
