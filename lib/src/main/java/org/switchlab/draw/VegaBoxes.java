package org.switchlab.draw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;

/** Stretches of time in rows, and grids of cells. */
final class VegaBoxes {

  /** Half the height of a stretch in which something is done, in rows. */
  private static final double HALF_HEIGHT = 0.3;

  private static final double THIN_HALF_HEIGHT = HALF_HEIGHT / 4;

  /** Above this shade words on a cell are dark. */
  private static final double LIGHT = 0.5;

  private static final int[] DARKEST = {0x08, 0x30, 0x6b};
  private static final int[] LIGHTEST = {0xde, 0xeb, 0xf7};

  private final VegaLayers layers;

  VegaBoxes(VegaLayers layers) {
    this.layers = layers;
  }

  /** A rectangle a stretch; grey ones are thin, for nothing is done in them. */
  ObjectNode spans(Mark.Spans spans) {
    double half = spans.look().tint() == Look.GREY ? THIN_HALF_HEIGHT : HALF_HEIGHT;
    List<ObjectNode> rows =
        spans.spans().stream().map(span -> row(spans.name(), span, half)).toList();
    ObjectNode mark = Nodes.object("type", "rect", "color", VegaLook.color(spans.look()));
    ObjectNode encoding = box();
    encoding.set(
        "tooltip",
        VegaLayers.tooltip(
            List.of(
                "name", "title", "row", "row", "stretch", layers.x.title(), "length", "length")));
    return layers.group(spans.name(), rows, List.of(layers.layer(mark, encoding)));
  }

  private ObjectNode row(String name, Mark.Span span, double half) {
    return Nodes.object(
        "name", name,
        "x", layers.x.number(span.from()),
        "x2", layers.x.number(span.to()),
        "y", layers.y.beside(span.row(), -half),
        "y2", layers.y.beside(span.row(), half),
        "row", layers.y.text(span.row()),
        "stretch", layers.x.text(span.from()) + " – " + layers.x.text(span.to()),
        "length", layers.x.text(span.to() - span.from()));
  }

  private ObjectNode box() {
    return Nodes.object(
        "x", layers.x.field("x"),
        "x2", Nodes.object("field", "x2"),
        "y", layers.y.field("y"),
        "y2", Nodes.object("field", "y2"));
  }

  /** Shaded squares with their words, and the grid's name above. */
  ObjectNode cells(Mark.Cells cells) {
    List<ObjectNode> rows = new ArrayList<>();
    cells.cells().forEach(cell -> rows.add(row(cells, cell)));
    ObjectNode square =
        Nodes.object(
            "type",
            "rect",
            "fill",
            Nodes.object("expr", "datum.shade"),
            "stroke",
            VegaLook.GREY,
            "strokeWidth",
            0.5);
    ObjectNode shaded = box();
    shaded.set(
        "tooltip", VegaLayers.tooltip(List.of("grid", "title", "text", "cell", "row", "row")));
    ObjectNode words =
        Nodes.object("type", "text", "fontSize", 9, "fill", Nodes.object("expr", "datum.ink"));
    ObjectNode written =
        Nodes.object(
            "x", layers.x.field("middle"),
            "y", layers.y.field("centre"),
            "text", Nodes.object("field", "text"));
    return layers.group(
        "",
        rows,
        List.of(layers.layer(square, shaded), layers.layer(words, written), heading(cells)));
  }

  private ObjectNode heading(Mark.Cells cells) {
    ObjectNode mark =
        Nodes.object(
            "type",
            "text",
            "align",
            "left",
            "baseline",
            "bottom",
            "dy",
            -4,
            "color",
            VegaLook.TEXT);
    ObjectNode encoding =
        Nodes.object(
            "x", layers.x.field("x"),
            "y", layers.y.field("y"),
            "text", Nodes.object("field", "grid"));
    ObjectNode layer = Nodes.object("mark", mark, "encoding", encoding);
    layer.set(
        "data",
        VegaLayers.data(
            List.of(
                Nodes.object(
                    "grid", cells.name(),
                    "x", layers.x.number(cells.left()),
                    "y", top(0)))));
    return layer;
  }

  private ObjectNode row(Mark.Cells cells, Mark.Cell cell) {
    double left = cells.left() + cell.column();
    return Nodes.object(
        "grid", cells.name(),
        "x", layers.x.number(left),
        "x2", layers.x.number(left + 1),
        "middle", layers.x.number(left + 0.5),
        "y", top(cell.row()),
        "y2", top(cell.row() + 1),
        "centre", top(cell.row() + 0.5),
        "row", layers.y.isRows() ? layers.y.text(cell.row()) : Integer.toString(cell.row()),
        "text", cell.text(),
        "shade", shade(cell.shade()),
        "ink", cell.shade() > LIGHT ? "#000000" : "#ffffff");
  }

  /** Rows count from the upper end of the y axis. */
  private double top(double row) {
    return layers.y.below(row);
  }

  private static String shade(double shade) {
    double part = Math.clamp(shade, 0, 1);
    StringBuilder color = new StringBuilder("#");
    for (int i = 0; i < DARKEST.length; i++) {
      long level = Math.round(DARKEST[i] + part * (LIGHTEST[i] - DARKEST[i]));
      color.append("%02x".formatted(level));
    }
    return color.toString();
  }
}
