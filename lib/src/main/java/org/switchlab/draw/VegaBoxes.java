package org.switchlab.draw;

import static org.switchlab.draw.VegaLayers.WORDS;
import static org.switchlab.draw.VegaLayers.object;
import static org.switchlab.draw.VegaLayers.part;
import static org.switchlab.draw.VegaLayers.tell;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;

/** Histograms with single values below, stretches of time in rows, and grids of cells. */
record VegaBoxes(VegaLayers layers) {

  /** Half the height of a stretch in which something is done, in rows. */
  private static final double HALF_HEIGHT = 0.3;

  private static final double THIN_HALF_HEIGHT = HALF_HEIGHT / 4;

  /** Above this shade words on a cell are dark. */
  private static final double LIGHT = 0.5;

  private static final Color DARKEST = new Color(0x08306b);
  private static final Color LIGHTEST = new Color(0xdeebf7);

  /** A filled outline, and a rectangle a bin to be pointed at. */
  ObjectNode steps(Mark.Steps steps) {
    ObjectNode bin = layers.layer("bin", steps.look());
    tell(bin, "name", "title", "bin", layers.x.title(), "count", layers.y.title());
    ObjectNode area = layers.layer("stepsArea", steps.look());
    ObjectNode line = layers.line("stepsLine", steps.look());
    return layers.group(steps.name(), bins(steps), List.of(area, line, bin));
  }

  /** A row a bin, and one that ends the last; the outline comes from zero and goes back to it. */
  private List<ObjectNode> bins(Mark.Steps steps) {
    List<ObjectNode> rows = new ArrayList<>();
    List<Double> edges = steps.edges();
    for (int i = 0; i < steps.counts().size(); i++) {
      double count = steps.counts().get(i);
      ObjectNode row = bin(steps.name(), edges.get(i), edges.get(i + 1), count);
      row.put("bin", layers.x.text(edges.get(i)) + " – " + layers.x.text(edges.get(i + 1)));
      rows.add(row.put("count", layers.y.text(count)));
    }
    if (!rows.isEmpty()) {
      double last = edges.get(rows.size());
      rows.addFirst(bin(steps.name(), edges.getFirst(), edges.getFirst(), 0));
      rows.addLast(bin(steps.name(), last, last, 0));
    }
    return rows;
  }

  private ObjectNode bin(String name, double from, double to, double count) {
    ObjectNode row = object("name", name, "x", layers.x.number(from), "to", layers.x.number(to));
    return row.setAll(object("y", layers.y.number(count), "zero", layers.y.number(0)));
  }

  /** At the lower border, so that the values stay in view wherever the plot is moved. */
  ObjectNode rug(Mark.Rug rug) {
    List<ObjectNode> rows = new ArrayList<>();
    for (double value : rug.values()) {
      String text = layers.x.text(value);
      rows.add(object("name", rug.name(), "x", layers.x.number(value), "xText", text));
    }
    ObjectNode ticks = tell(layers.layer("rug", WORDS), "name", "title", "xText", layers.x.title());
    return layers.group(rug.name(), rows, List.of(ticks));
  }

  /** A rectangle a stretch; grey ones are thin, for nothing is done in them. */
  ObjectNode spans(Mark.Spans spans) {
    double half = spans.look().tint() == Look.GREY ? THIN_HALF_HEIGHT : HALF_HEIGHT;
    List<ObjectNode> rows =
        spans.spans().stream().map(span -> row(spans.name(), span, half)).toList();
    ObjectNode boxes = layers.layer("span", spans.look());
    tell(boxes, "name", "title", "row", "row", "stretch", layers.x.title(), "length", "length");
    return layers.group(spans.name(), rows, List.of(boxes));
  }

  private ObjectNode row(String name, Mark.Span span, double half) {
    return object(
        "name", name,
        "x", layers.x.number(span.from()),
        "x2", layers.x.number(span.to()),
        "y", layers.y.beside(span.row(), -half),
        "y2", layers.y.beside(span.row(), half),
        "row", layers.y.text(span.row()),
        "stretch", layers.x.text(span.from()) + " – " + layers.x.text(span.to()),
        "length", layers.x.text(span.to() - span.from()));
  }

  /** Shaded squares with their words, and the grid's name above, which is not cut off there. */
  ObjectNode cells(Mark.Cells cells) {
    List<ObjectNode> rows = cells.cells().stream().map(cell -> row(cells, cell)).toList();
    ObjectNode shades = tell(layers.layer("cell"), "grid", "title", "text", "cell", "row", "row");
    double left = layers.x.number(cells.left());
    ObjectNode name = object("grid", cells.name(), "x", left, "y", layers.y.below(0));
    ObjectNode heading = part("gridName").setAll(object("data", object("values", List.of(name))));
    return layers.group("", rows, List.of(shades, layers.layer("cellWords"), heading));
  }

  /** Rows of cells count from the upper end of the y axis. */
  private ObjectNode row(Mark.Cells cells, Mark.Cell cell) {
    double left = cells.left() + cell.column();
    Color shade = Theme.between(DARKEST, LIGHTEST, cell.shade());
    return object(
        "grid", cells.name(),
        "x", layers.x.number(left),
        "x2", layers.x.number(left + 1),
        "middle", layers.x.number(left + 0.5),
        "y", layers.y.below(cell.row()),
        "y2", layers.y.below(cell.row() + 1),
        "centre", layers.y.below(cell.row() + 0.5),
        "row", layers.y.isRows() ? layers.y.text(cell.row()) : Integer.toString(cell.row()),
        "text", cell.text(),
        "shade", VegaLayers.hex(shade),
        "ink", cell.shade() > LIGHT ? "#000000" : "#ffffff");
  }
}
