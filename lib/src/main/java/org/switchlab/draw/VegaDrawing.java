package org.switchlab.draw;

import static org.switchlab.draw.VegaLayers.object;
import static org.switchlab.draw.VegaLayers.part;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.figure.Thinning;

/**
 * Draws a figure as a Vega-Lite specification: a chart that answers the pointer.
 *
 * <p>JupyterLab draws it itself. All data stand in it; nothing is loaded. Points tell their value
 * and interval, a click on a name in the legend switches it off and on, and where both axes are
 * continuous the plot can be dragged and zoomed. It has no ground of its own and takes the colour
 * of its words from the page, so that it suits light and dark themes. What all charts share stands
 * in {@code vega-lite.json}.
 *
 * <p>Its {@code embedOptions} are for vega-embed, by which JupyterLab and others put the chart into
 * a page. As SVG, words follow the theme of the page and can be read aloud. The default style,
 * which only the menu needs, makes the box around a chart as wide as its content, so that a chart
 * that asks for the width of the box hears nothing. Another notebook's chart may have brought that
 * style into the page: then an input field that cannot be seen, a patch by RFC 6902, keeps the box
 * wide.
 */
public final class VegaDrawing {

  /** Type of what {@link #json} makes, in the Jupyter protocol. */
  public static final String MIME_TYPE = "application/vnd.vegalite.v5+json";

  private static final String HELP = "Click a name to hide or show it.";
  private static final String HELP_MOVE =
      " Drag to move, Ctrl + wheel to zoom, double-click to reset.";

  /** Letters of one line of the title, which no front end breaks. */
  private static final int TITLE_LETTERS = 120;

  /** About how wide the names of one line of the legend may be together, in letters. */
  private static final int LINE_LETTERS = 110;

  /** About how wide the sign before a name is, in letters. */
  private static final int SIGN_LETTERS = 6;

  private static final int PADDING_PIXELS = 24;
  private static final int HEIGHT_PIXELS = 360;
  private static final int ROW_PIXELS = 34;

  private final Figure figure;
  private final VegaLayers layers;
  private final VegaGuides guides;

  private VegaDrawing(Figure figure) {
    this.figure = figure;
    this.layers = new VegaLayers(figure);
    this.guides = new VegaGuides(figure, layers);
  }

  /** The specification of {@code figure}, one JSON object. */
  public static String json(Figure figure) {
    return new VegaDrawing(Thinning.of(figure)).specification().toString();
  }

  private ObjectNode specification() {
    int height =
        figure.y().scale() instanceof RowScale rows
            ? Math.max(HEIGHT_PIXELS / 3, ROW_PIXELS * rows.names().size())
            : HEIGHT_PIXELS;
    ObjectNode chart = part("chart").put("height", height);
    chart.withObject("/padding").put("right", PADDING_PIXELS);
    return chart.setAll(
        object("description", AltText.of(figure), "title", title(), "layer", layer()));
  }

  private ObjectNode title() {
    List<String> lines =
        Stream.of(FigureParts.explanations(figure), FigureParts.doubts(figure))
            .flatMap(List::stream)
            .flatMap(text -> TextBlocks.wrap(text, "", TITLE_LETTERS).stream())
            .toList();
    return object("text", figure.heading().title(), "subtitle", lines);
  }

  private List<ObjectNode> layer() {
    List<ObjectNode> all = new ArrayList<>(List.of(base()));
    FigureParts.guides(figure).forEach(rule -> all.add(guides.rule(rule)));
    if (figure.y().scale() instanceof RowScale rows) {
      all.add(guides.notes(rows));
    }
    VegaBoxes boxes = new VegaBoxes(layers);
    for (Mark mark : figure.marks()) {
      all.add(
          switch (mark) {
            case Mark.Series s ->
                new VegaDots(layers, s.name(), s.look(), s.dots(), s.lying()).series();
            case Mark.Bars b ->
                new VegaDots(layers, b.name(), b.look(), b.dots(), layers.y.isRows())
                    .bars(BarPlaces.of(figure, b));
            case Mark.Steps steps -> boxes.steps(steps);
            case Mark.Rug rug -> boxes.rug(rug);
            case Mark.Spans spans -> boxes.spans(spans);
            case Mark.Cells cells -> boxes.cells(cells);
            case Mark.Rule rule -> guides.rule(rule);
            case Mark.Level level -> guides.level(level);
            case Mark.Strip strip -> guides.strip(strip);
            case Mark.Label label -> guides.label(label);
          });
    }
    if (figure.isEmpty()) {
      ObjectNode nothing = part("nothing");
      nothing.withObject("/encoding/text").put("value", Figure.NOTHING);
      all.add(nothing);
    }
    return all;
  }

  /**
   * A layer without marks that has the axes, the legend and what answers the pointer, so that each
   * is said once.
   */
  private ObjectNode base() {
    ObjectNode encoding = object("x", layers.x.full(), "y", layers.y.full());
    if (figure.has(Mark.Cells.class)) {
      encoding.withObject("/x/axis").put("labels", false).put("ticks", false).put("grid", false);
    }
    Map<String, FigureParts.Name> names = new LinkedHashMap<>();
    FigureParts.legend(figure).forEach(name -> names.putIfAbsent(name.text(), name));
    List<ObjectNode> values = names.keySet().stream().map(name -> object("name", name)).toList();
    List<ObjectNode> params = new ArrayList<>();
    if (layers.isContinuous()) {
      // The wheel alone goes on scrolling the page.
      params.add(part("zoom"));
    }
    if (!names.isEmpty()) {
      // All names at first; each click takes one out or brings it back.
      params.add(part("shown").setAll(object("value", values)));
      signs(names.values(), encoding);
    }
    ObjectNode layer = object("data", object("values", values), "mark", object("type", "point"));
    layer.set("transform", VegaLayers.filter("false"));
    return layer.setAll(object("params", params.isEmpty() ? null : params, "encoding", encoding));
  }

  private void signs(Collection<FigureParts.Name> names, ObjectNode encoding) {
    List<String> texts = names.stream().map(FigureParts.Name::text).toList();
    List<ObjectNode> signs = names.stream().map(VegaDrawing::sign).toList();
    for (String channel : List.of("color", "shape", "strokeDash", "fill")) {
      List<JsonNode> range = signs.stream().map(sign -> sign.get(channel)).toList();
      ObjectNode scale = object("domain", texts, "range", range);
      encoding.set(channel, object("field", "name", "type", "nominal", "scale", scale));
    }
    int letters = TextBlocks.longest(texts) + SIGN_LETTERS;
    ObjectNode legend =
        part("legend").put("columns", Math.clamp(LINE_LETTERS / letters, 1, names.size()));
    legend.put("title", layers.isContinuous() ? HELP + HELP_MOVE : HELP);
    encoding.withObject("/color").set("legend", legend);
  }

  private static ObjectNode sign(FigureParts.Name name) {
    Look look = name.look();
    String color = VegaLayers.color(look);
    boolean thick = name.area() || look.shape() == Look.Shape.THICK;
    String shape = thick ? VegaLayers.SQUARE : VegaLayers.shape(look);
    // Only a stroke can show dashes; the outline of a sign is whole.
    List<Integer> dash = shape.equals(VegaLayers.STROKE) ? VegaLayers.dash(look) : null;
    boolean filled = shape.equals(VegaLayers.SQUARE) || look.shape() == Look.Shape.FILLED;
    ObjectNode sign =
        object("color", color, "shape", shape, "fill", filled ? color : "transparent");
    return sign.setAll(object("strokeDash", dash == null ? List.of(1, 0) : dash));
  }
}
