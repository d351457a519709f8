package org.switchlab.draw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;

/** Points, lines, intervals and bands of one name. */
final class VegaSeries {

  private static final double LINE_PIXELS = 1.8;
  private static final double WHISKER_PIXELS = 1.2;
  private static final double THICK_PIXELS = 6;
  private static final int POINT_AREA = 55;

  /** Its outline alone would fill a smaller one. */
  private static final int STAR_AREA = 140;

  private static final double BAND_OPACITY = 0.14;

  private final VegaLayers layers;
  private final Mark.Series series;
  private final VegaDots dots;

  VegaSeries(VegaLayers layers, Mark.Series series) {
    this.layers = layers;
    this.series = series;
    this.dots = new VegaDots(layers, series.name(), series.dots(), series.lying());
  }

  /** From the back to the front: band, line, intervals, points. */
  ObjectNode group() {
    Look look = series.look();
    List<ObjectNode> parts = new ArrayList<>();
    if (look.band() && dots.hasIntervals()) {
      parts.add(band());
    }
    if (look.stroke() != Look.Stroke.NONE) {
      parts.add(layers.layer(VegaLook.line(look, LINE_PIXELS), dots.point().setAll(inOrder())));
    }
    if (dots.hasIntervals()) {
      boolean thick = look.shape() == Look.Shape.THICK;
      parts.add(dots.strokes(VegaLook.color(look), thick ? THICK_PIXELS : WHISKER_PIXELS));
    }
    parts.add(points());
    return layers.group(series.name(), dots.rows(), parts);
  }

  private ObjectNode band() {
    ObjectNode mark =
        Nodes.object(
            "type",
            "area",
            "color",
            VegaLook.color(series.look()),
            "opacity",
            BAND_OPACITY,
            "orient",
            series.lying() ? "horizontal" : "vertical");
    return layers.layer(mark, dots.reach().setAll(inOrder()));
  }

  /** Vega-Lite would join points by rising x, which lying ones need not have. */
  private ObjectNode inOrder() {
    return series.lying()
        ? Nodes.object("order", Nodes.object("field", "order", "type", "quantitative"))
        : Nodes.object();
  }

  /** A look without points has some that cannot be seen, to be pointed at. */
  private ObjectNode points() {
    Look look = series.look();
    boolean seen = VegaLook.hasPoints(look);
    ObjectNode mark =
        Nodes.object(
            "type",
            "point",
            "color",
            VegaLook.color(look),
            "filled",
            VegaLook.isFilled(look) || !seen,
            "shape",
            seen ? VegaLook.shape(look) : "circle",
            "size",
            look.shape() == Look.Shape.STAR ? STAR_AREA : POINT_AREA,
            "opacity",
            seen ? 1 : 0);
    return layers.layer(mark, Nodes.object("tooltip", dots.tooltip()).setAll(dots.point()));
  }
}
