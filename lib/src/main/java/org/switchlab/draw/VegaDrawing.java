package org.switchlab.draw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;

/**
 * Draws a figure as a Vega-Lite specification: a chart that answers the pointer.
 *
 * <p>JupyterLab draws it itself. All data stand in it; nothing is loaded. Points tell their value
 * and interval, a click on a name in the legend switches it off and on, and where both axes are
 * continuous the plot can be dragged and zoomed. It has no ground of its own and takes the colour
 * of its words from the page, so that it suits light and dark themes.
 */
public final class VegaDrawing {

  /** Type of what {@link #json} makes, in the Jupyter protocol. */
  public static final String MIME_TYPE = "application/vnd.vegalite.v5+json";

  private static final String SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json";

  private static final int PADDING_PIXELS = 8;
  private static final int HEIGHT_PIXELS = 360;
  private static final int ROW_PIXELS = 34;

  private final Figure figure;
  private final VegaLayers layers;

  private VegaDrawing(Figure figure) {
    this.figure = figure;
    this.layers = new VegaLayers(figure);
  }

  /** The specification of {@code figure}, one JSON object. */
  public static String json(Figure figure) {
    return new VegaDrawing(figure).specification().toString();
  }

  private ObjectNode specification() {
    return Nodes.object(
        "$schema",
        SCHEMA,
        "description",
        AltText.of(figure),
        "title",
        VegaTitle.of(figure),
        "width",
        "container",
        "height",
        height(),
        "autosize",
        Nodes.object("type", "fit-x", "contains", "padding"),
        "padding",
        padding(),
        "background",
        "transparent",
        "layer",
        layer(),
        "config",
        config(),
        "usermeta",
        Nodes.object("embedOptions", VegaEmbed.options()));
  }

  private int height() {
    return figure.y().scale() instanceof RowScale rows
        ? Math.max(HEIGHT_PIXELS / 3, ROW_PIXELS * rows.names().size())
        : HEIGHT_PIXELS;
  }

  private ObjectNode padding() {
    return Nodes.object(
        "left", PADDING_PIXELS,
        "top", PADDING_PIXELS,
        "bottom", PADDING_PIXELS,
        "right", 3 * PADDING_PIXELS + VegaGuides.notePixels(figure));
  }

  private List<ObjectNode> layer() {
    List<ObjectNode> all = new ArrayList<>();
    all.add(new VegaLegend(figure).layer(layers));
    VegaGuides guides = new VegaGuides(layers);
    all.addAll(guides.ofScales());
    if (figure.y().scale() instanceof RowScale rows) {
      all.add(guides.notes(rows));
    }
    marks(guides, all);
    if (figure.isEmpty()) {
      all.add(nothing());
    }
    return all;
  }

  private void marks(VegaGuides guides, List<ObjectNode> all) {
    VegaBars bars = new VegaBars(layers, figure.marks(Mark.Bars.class));
    VegaHistogram histogram = new VegaHistogram(layers);
    VegaBoxes boxes = new VegaBoxes(layers);
    for (Mark mark : figure.marks()) {
      all.add(
          switch (mark) {
            case Mark.Series series -> new VegaSeries(layers, series).group();
            case Mark.Bars some -> bars.group(some);
            case Mark.Steps steps -> histogram.steps(steps);
            case Mark.Rug rug -> histogram.rug(rug);
            case Mark.Spans spans -> boxes.spans(spans);
            case Mark.Cells cells -> boxes.cells(cells);
            case Mark.Rule rule -> guides.rule(rule);
            case Mark.Strip strip -> guides.strip(strip);
            case Mark.Label label -> guides.label(label);
          });
    }
  }

  private static ObjectNode nothing() {
    ObjectNode encoding =
        Nodes.object(
            "x", Nodes.object("value", Nodes.object("expr", "width / 2")),
            "y", Nodes.object("value", Nodes.object("expr", "height / 2")),
            "text", Nodes.object("value", Figure.NOTHING));
    return Nodes.object(
        "data", VegaLayers.data(List.of(Nodes.object())),
        "mark", Nodes.object("type", "text", "color", VegaLook.TEXT),
        "encoding", encoding);
  }

  private static ObjectNode config() {
    String text = VegaLook.TEXT;
    return Nodes.object(
        "axis",
            Nodes.object(
                "labelColor",
                text,
                "titleColor",
                text,
                "domainColor",
                VegaLook.GREY,
                "tickColor",
                VegaLook.GREY,
                "gridColor",
                VegaLook.GREY,
                "gridOpacity",
                0.25),
        "legend", Nodes.object("labelColor", text),
        "title",
            Nodes.object(
                "anchor",
                "start",
                "color",
                text,
                "subtitleColor",
                text,
                "subtitleFontSize",
                11,
                "offset",
                10),
        "view", Nodes.object("stroke", VegaLook.GREY, "strokeOpacity", 0.5));
  }
}
