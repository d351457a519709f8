package org.switchlab.draw;

import static org.switchlab.draw.VegaLayers.object;
import static org.switchlab.draw.VegaLayers.part;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;

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
 * a page. Drawn as SVG, words follow the theme of the page and can be read aloud. The default style
 * makes the box around a chart as wide as its content, so that a chart that asks for the width of
 * the box, to fill it, hears nothing. Without that style, which only the menu needs, the box is as
 * wide as the cell. Another notebook's chart may have brought the style into the page: for that
 * case a patch of the compiled specification (RFC 6902) adds an input field that cannot be seen and
 * gives the box some width.
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
    return new VegaDrawing(figure).specification().toString();
  }

  private ObjectNode specification() {
    int height =
        figure.y().scale() instanceof RowScale rows
            ? Math.max(HEIGHT_PIXELS / 3, ROW_PIXELS * rows.names().size())
            : HEIGHT_PIXELS;
    ObjectNode chart = part("chart").put("height", height);
    chart.withObject("/padding").put("right", PADDING_PIXELS + guides.notePixels());
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
                    .bars(FigureParts.barAside(figure, b), FigureParts.halfBar(figure));
            case Mark.Steps steps -> boxes.steps(steps);
            case Mark.Rug rug -> boxes.rug(rug);
            case Mark.Spans spans -> boxes.spans(spans);
            case Mark.Cells cells -> boxes.cells(cells);
            case Mark.Rule rule -> guides.rule(rule);
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
      signs(List.copyOf(names.values()), encoding);
    }
    ObjectNode layer = object("data", object("values", values), "mark", object("type", "point"));
    layer.set("transform", VegaLayers.filter("false"));
    return layer.setAll(object("params", params.isEmpty() ? null : params, "encoding", encoding));
  }

  private void signs(List<FigureParts.Name> names, ObjectNode encoding) {
    int longest = TextBlocks.longest(names.stream().map(FigureParts.Name::text).toList());
    int columns = Math.clamp(LINE_LETTERS / (longest + SIGN_LETTERS), 1, names.size());
    ObjectNode legend = part("legend").put("columns", columns);
    legend.put("title", layers.isContinuous() ? HELP + HELP_MOVE : HELP);
    ObjectNode color = scale(names, name -> VegaLayers.color(name.look()));
    encoding.set("color", color.set("legend", legend));
    encoding.set("shape", scale(names, VegaDrawing::shape));
    encoding.set("strokeDash", scale(names, VegaDrawing::dash));
    encoding.set("fill", scale(names, VegaDrawing::fill));
  }

  private static ObjectNode scale(
      List<FigureParts.Name> names, Function<FigureParts.Name, Object> sign) {
    List<String> domain = names.stream().map(FigureParts.Name::text).toList();
    List<Object> range = names.stream().map(sign).toList();
    ObjectNode scale = object("domain", domain, "range", range);
    return object("field", "name", "type", "nominal", "scale", scale);
  }

  private static String shape(FigureParts.Name name) {
    return name.area() ? VegaLayers.SQUARE : VegaLayers.shape(name.look());
  }

  /** Only a stroke can show dashes; the outline of a sign is whole. */
  private static List<Integer> dash(FigureParts.Name name) {
    List<Integer> dash = VegaLayers.dash(name.look());
    return dash == null || !shape(name).equals(VegaLayers.STROKE) ? List.of(1, 0) : dash;
  }

  private static String fill(FigureParts.Name name) {
    boolean filled =
        shape(name).equals(VegaLayers.SQUARE) || name.look().shape() == Look.Shape.FILLED;
    return filled ? VegaLayers.color(name.look()) : "transparent";
  }
}
