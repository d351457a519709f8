package org.switchlab.draw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchlab.figure.Look;

/**
 * Looks in the words of Vega-Lite, legible on light and on dark grounds.
 *
 * <p>Colours are those that the colour-blind can tell apart (M. Okabe and K. Ito, Color Universal
 * Plan, 2008; without yellow, too light on white, and black, too dark on black), each with a sign
 * of its own for print in grey. Words take the colour of the text around the picture.
 */
final class VegaLook {

  /** The colour of the page's own text, light on a dark ground. */
  static final String TEXT = "currentColor";

  /** What stands back on either ground. */
  static final String GREY = "#8c8c8c";

  /** A stroke, as the sign of a name that has no points. */
  static final String STROKE = "stroke";

  /** A filled square, as the sign of a name that fills. */
  static final String SQUARE = "square";

  private static final List<String> COLORS =
      List.of("#0072B2", "#56B4E9", "#009E73", "#D55E00", "#CC79A7", "#E69F00");

  private static final List<String> SHAPES =
      List.of("circle", SQUARE, "triangle-up", "diamond", "triangle-down", "cross");

  private static final String SMALL_CROSS = "M-.6,-.6L.6,.6M-.6,.6L.6,-.6";

  private static final String STAR =
      "M0,-1L.24,-.32L.95,-.31L.38,.12L.59,.81L0,.4L-.59,.81L-.38,.12L-.95,-.31L-.24,-.32Z";

  private VegaLook() {}

  /** The colour of a tint; starts again after the last. */
  static String color(Look look) {
    return switch (look.tint()) {
      case Look.GREY -> GREY;
      case Look.BLACK -> TEXT;
      default -> COLORS.get(look.tint() % COLORS.size());
    };
  }

  /** The sign of its points; of a look without points a stroke. */
  static String shape(Look look) {
    return switch (look.shape()) {
      case FILLED -> SHAPES.get(Math.max(0, look.tint()) % SHAPES.size());
      case HOLLOW -> "circle";
      case STAR -> STAR;
      case CROSS -> SMALL_CROSS;
      case NONE, THICK -> STROKE;
    };
  }

  /** Whether its points are filled. */
  static boolean isFilled(Look look) {
    return look.shape() == Look.Shape.FILLED;
  }

  /** Whether it has points that can be seen. */
  static boolean hasPoints(Look look) {
    return look.shape() != Look.Shape.NONE && look.shape() != Look.Shape.THICK;
  }

  /** Lengths of dashes and gaps, in pixels; absent for a full line. */
  static @Nullable List<Integer> dash(Look look) {
    return switch (look.stroke()) {
      case DASHED -> List.of(6, 4);
      case DOTTED -> List.of(1, 4);
      case NONE, FULL -> null;
    };
  }

  /** A line of this look, as a mark. */
  static ObjectNode line(Look look, double width) {
    return Nodes.object(
        "type",
        "line",
        "color",
        color(look),
        "strokeWidth",
        width,
        "strokeDash",
        dash(look),
        "strokeCap",
        look.stroke() == Look.Stroke.DOTTED ? "round" : null);
  }
}
