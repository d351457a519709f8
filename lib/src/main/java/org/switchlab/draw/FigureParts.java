package org.switchlab.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.figure.Scale;
import org.switchlab.figure.SymlogScale;
import org.switchlab.warning.Warning;

/** What every picture takes from its figure, whichever way it is drawn. */
final class FigureParts {

  private static final int DOUBTS_SHOWN = 3;
  private static final Look ZERO = new Look(Look.GREY, Look.Stroke.FULL, Look.Shape.NONE, false);

  private static final Look EDGE = ZERO.with(Look.Stroke.DASHED);
  private static final Look RUG = new Look(Look.BLACK, Look.Stroke.FULL, Look.Shape.NONE, false);

  /** How far a value may be from itself after a way through its place, as a share. */
  private static final double ROUNDING = 1e-6;

  /** What a hollow sign says. */
  static final String VAGUE = "Hollow, or with an arrow: the interval is too wide to be read here.";

  private FigureParts() {}

  /** A name in the legend, whose sign is an area, points or, of a look without them, a stroke. */
  record Name(String text, Look look, boolean area) {}

  /** The names in the legend; two marks may share one. */
  static List<Name> legend(Figure figure) {
    return figure.marks().stream()
        .map(FigureParts::name)
        .filter(name -> !name.text().isBlank())
        .toList();
  }

  private static Name name(Mark mark) {
    return switch (mark) {
      case Mark.Series some -> new Name(some.name(), some.look(), false);
      case Mark.Bars some -> new Name(some.name(), some.look(), true);
      case Mark.Steps some -> new Name(some.name(), some.look(), true);
      case Mark.Spans some -> new Name(some.name(), some.look(), true);
      case Mark.Level some -> new Name(some.name(), some.look().with(Look.Shape.NONE), false);
      case Mark.Rug some -> new Name(some.name(), RUG, false);
      case Mark.Rule some when some.inLegend() ->
          new Name(some.name(), some.look().with(Look.Shape.NONE), false);
      case Mark.Rule _, Mark.Strip _, Mark.Cells _, Mark.Label _ -> new Name("", ZERO, false);
    };
  }

  /** What a reader must know: where the numbers come from, notes, and how the axes are bent. */
  static List<String> explanations(Figure figure) {
    List<String> lines = new ArrayList<>(List.of(figure.heading().provenance()));
    lines.addAll(figure.notes());
    lines.add(figure.hasVague() ? VAGUE : "");
    lines.add(bend(figure.x(), "horizontal", "dashed upright"));
    lines.add(bend(figure.y(), "vertical", "dashed horizontal"));
    lines.removeIf(String::isBlank);
    return lines;
  }

  private static String bend(Axis axis, String name, String guide) {
    List<Double> edges = edges(axis.scale());
    if (edges.isEmpty()) {
      return "";
    }
    boolean both = edges.size() > 1;
    String oneSide = (edges.getFirst() > 0 ? "up to the " : "down to the ") + guide;
    return "The %s axis is linear %s; beyond %s each grid step is × %s."
        .formatted(
            name,
            both ? "between the %ss".formatted(guide) : oneSide,
            both ? "them" : "it",
            SymlogScale.FACTOR);
  }

  /** Where a scale stops being linear. */
  private static List<Double> edges(Scale scale) {
    List<Double> edges = new ArrayList<>();
    if (scale instanceof SymlogScale symlog) {
      if (symlog.min() < symlog.linearLow()) {
        edges.add(symlog.linearLow());
      }
      if (symlog.max() > symlog.linearHigh()) {
        edges.add(symlog.linearHigh());
      }
    }
    return edges;
  }

  /** The first doubts about the numbers, and how many more there are. */
  static List<String> doubts(Figure figure) {
    List<Warning> warnings = figure.heading().warnings();
    int more = warnings.size() - DOUBTS_SHOWN;
    return Stream.concat(
            warnings.stream().limit(DOUBTS_SHOWN).map(warning -> "! " + warning.message()),
            more > 0 ? Stream.of("+ " + more + " more") : Stream.empty())
        .toList();
  }

  /** Lines where zero is among negative values, and where axes stop being linear. */
  static List<Mark.Rule> guides(Figure figure) {
    List<Mark.Rule> guides = new ArrayList<>();
    boolean rows = hasRows(figure);
    Scale values = rows ? figure.x().scale() : figure.y().scale();
    if (values.axisMin() < values.toAxis(0) && values.toAxis(0) <= values.axisMax()) {
      guides.add(new Mark.Rule("", ZERO, rows, 0, false));
    }
    edges(figure.x().scale()).forEach(at -> guides.add(new Mark.Rule("", EDGE, true, at, false)));
    edges(figure.y().scale()).forEach(at -> guides.add(new Mark.Rule("", EDGE, false, at, false)));
    return guides;
  }

  /** Whether names stand one above the other beside the marks, which then lie. */
  static boolean hasRows(Figure figure) {
    return figure.y().scale() instanceof RowScale;
  }

  /** Whether a value lies within a scale: what a logarithm lets stand on its end does not. */
  static boolean holds(Scale scale, double value) {
    double place = scale.toAxis(value);
    return place >= scale.axisMin()
        && place <= scale.axisMax()
        && Math.abs(scale.toValue(place) - value) <= ROUNDING * Math.max(1, Math.abs(value));
  }

  /**
   * Whether a rule has its name in the plot; outside only what the legend names or was published is
   * pointed to.
   */
  static boolean hasWords(Figure figure, Mark.Rule rule) {
    return holds((rule.upright() ? figure.x() : figure.y()).scale(), rule.at())
        ? !rule.inLegend()
        : rule.upright() && (rule.inLegend() || rule.look().stroke() == Look.Stroke.DOTTED);
  }
}
