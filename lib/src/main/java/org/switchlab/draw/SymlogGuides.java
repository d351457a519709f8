package org.switchlab.draw;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Figure;
import org.switchlab.figure.SymlogScale;

/** What makes a symlog axis honest: lines where it stops being linear, and a note that says so. */
final class SymlogGuides {

  private SymlogGuides() {}

  /** What a reader must know of the axes of {@code figure}; nothing while they are linear. */
  static List<String> notes(Figure figure) {
    List<String> notes = new ArrayList<>();
    note(figure.x(), "horizontal", "dashed upright", notes);
    note(figure.y(), "vertical", "dashed horizontal", notes);
    return notes;
  }

  private static void note(Axis axis, String name, String lines, List<String> notes) {
    if (!(axis.scale() instanceof SymlogScale scale) || scale.isLinear()) {
      return;
    }
    boolean below = scale.min() < scale.linearLow();
    boolean above = scale.max() > scale.linearHigh();
    notes.add(
        "The %s axis is linear %s; beyond %s each grid step is × %d."
            .formatted(
                name,
                below && above
                    ? "between the %ss".formatted(lines)
                    : (above ? "up to the %s" : "down to the %s").formatted(lines),
                below && above ? "them" : "it",
                SymlogScale.FACTOR));
  }

  /** Draws the lines where the axes stop being linear. */
  static void draw(Plot plot) {
    edges(plot.figure().x()).forEach(edge -> draw(plot, edge, true));
    edges(plot.figure().y()).forEach(edge -> draw(plot, edge, false));
  }

  private static void draw(Plot plot, double edge, boolean upright) {
    Trace trace = plot.frame().through(edge, upright);
    plot.guide("linear until here", trace, plot.theme().back(), Signs.stroke(1, 5, 4));
  }

  private static List<Double> edges(Axis axis) {
    List<Double> edges = new ArrayList<>();
    if (axis.scale() instanceof SymlogScale scale) {
      if (scale.min() < scale.linearLow()) {
        edges.add(scale.linearLow());
      }
      if (scale.max() > scale.linearHigh()) {
        edges.add(scale.linearHigh());
      }
    }
    return edges;
  }
}
