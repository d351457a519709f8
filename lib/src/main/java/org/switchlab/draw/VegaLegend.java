package org.switchlab.draw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;

/** The names of a figure, each with its sign, and the layer that carries them. */
final class VegaLegend {

  private static final String HELP = "Click a name to hide or show it.";
  private static final String HELP_MOVE =
      " Drag to move, Ctrl + wheel to zoom, double-click to reset.";

  /** About how wide the names of one line of the legend may be together, in letters. */
  private static final int LINE_LETTERS = 110;

  /** About how wide the sign before a name is, in letters. */
  private static final int SIGN_LETTERS = 6;

  private final List<Entry> entries;

  /**
   * One name.
   *
   * @param shape of its sign
   * @param look its colour and line
   */
  private record Entry(String name, String shape, Look look) {}

  VegaLegend(Figure figure) {
    List<Entry> found = new ArrayList<>();
    for (Mark mark : figure.marks()) {
      Entry entry = entry(mark);
      if (entry != null
          && !entry.name.isBlank()
          && found.stream().noneMatch(other -> other.name.equals(entry.name))) {
        found.add(entry);
      }
    }
    entries = List.copyOf(found);
  }

  private static @Nullable Entry entry(Mark mark) {
    return switch (mark) {
      case Mark.Series series ->
          new Entry(series.name(), VegaLook.shape(series.look()), series.look());
      case Mark.Bars bars -> new Entry(bars.name(), VegaLook.SQUARE, bars.look());
      case Mark.Steps steps -> new Entry(steps.name(), VegaLook.SQUARE, steps.look());
      case Mark.Rug rug ->
          new Entry(rug.name(), VegaLook.STROKE, Look.points(Look.BLACK).with(Look.Shape.NONE));
      case Mark.Spans spans -> new Entry(spans.name(), VegaLook.SQUARE, spans.look());
      case Mark.Rule rule when rule.inLegend() ->
          new Entry(rule.name(), VegaLook.STROKE, rule.look());
      case Mark.Rule _, Mark.Cells _, Mark.Strip _, Mark.Label _ -> null;
    };
  }

  /**
   * A layer without marks that has the axes, the legend and what answers the pointer, so that each
   * is said once.
   */
  ObjectNode layer(VegaLayers layers) {
    ObjectNode encoding = Nodes.object("x", layers.x.full(), "y", layers.y.full());
    if (layers.hasCells) {
      encoding.withObject("/x/axis").put("labels", false).put("ticks", false).put("grid", false);
    }
    List<ObjectNode> params = new ArrayList<>();
    if (layers.isContinuous()) {
      params.add(zoom());
    }
    if (!entries.isEmpty()) {
      params.add(shown());
      signs(layers, encoding);
    }
    ObjectNode layer = Nodes.object("data", VegaLayers.data(names()));
    if (!params.isEmpty()) {
      layer.set("params", Nodes.array(params));
    }
    layer.set("transform", VegaLayers.filter("false"));
    layer.set("mark", Nodes.object("type", "point"));
    layer.set("encoding", encoding);
    return layer;
  }

  private List<ObjectNode> names() {
    return entries.stream().map(entry -> Nodes.object("name", entry.name)).toList();
  }

  /** The wheel alone goes on scrolling the page. */
  private static ObjectNode zoom() {
    ObjectNode select =
        Nodes.object("type", "interval", "zoom", "wheel![event.ctrlKey || event.metaKey]");
    return Nodes.object("name", "view", "select", select, "bind", "scales");
  }

  /** All names are shown at first; each click takes one out or brings it back. */
  private ObjectNode shown() {
    ObjectNode select =
        Nodes.object("type", "point", "fields", List.of("name"), "toggle", "true", "clear", false);
    return Nodes.object(
        "name", VegaLayers.SHOWN, "select", select, "bind", "legend", "value", names());
  }

  private void signs(VegaLayers layers, ObjectNode encoding) {
    ObjectNode color = scale(entries.stream().map(e -> VegaLook.color(e.look)).toList());
    color.set("legend", legend(layers.isContinuous()));
    encoding.set("color", color);
    encoding.set("shape", scale(entries.stream().map(Entry::shape).toList()));
    encoding.set("strokeDash", scale(entries.stream().map(VegaLegend::dash).toList()));
    encoding.set("fill", scale(entries.stream().map(VegaLegend::fill).toList()));
  }

  private ObjectNode scale(List<?> range) {
    List<String> domain = entries.stream().map(Entry::name).toList();
    return Nodes.object(
        "field", "name",
        "type", "nominal",
        "scale", Nodes.object("domain", domain, "range", range));
  }

  /** Only a stroke can show dashes; the outline of a sign is whole. */
  private static List<Integer> dash(Entry entry) {
    List<Integer> dash = entry.shape.equals(VegaLook.STROKE) ? VegaLook.dash(entry.look) : null;
    return dash == null ? List.of(1, 0) : dash;
  }

  private static String fill(Entry entry) {
    boolean filled = entry.shape.equals(VegaLook.SQUARE) || VegaLook.isFilled(entry.look);
    return filled ? VegaLook.color(entry.look) : "transparent";
  }

  private ObjectNode legend(boolean movable) {
    int longest = entries.stream().mapToInt(entry -> entry.name.length()).max().orElse(0);
    int columns = Math.clamp(LINE_LETTERS / (longest + SIGN_LETTERS), 1, entries.size());
    return Nodes.object(
        "title",
        movable ? HELP + HELP_MOVE : HELP,
        "titleFontWeight",
        "normal",
        "titleFontSize",
        10,
        "titleLimit",
        0,
        "titleColor",
        VegaLook.GREY,
        "orient",
        "bottom",
        "columns",
        columns,
        "labelLimit",
        420,
        "symbolSize",
        80,
        "symbolOpacity",
        1,
        "symbolStrokeWidth",
        1.8);
  }
}
