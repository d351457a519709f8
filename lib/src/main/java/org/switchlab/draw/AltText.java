package org.switchlab.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.unit.Plural;

/** A figure in a few sentences, for those who see no picture. */
public final class AltText {

  private AltText() {}

  /** Title, provenance, axes, and what is drawn with its range. */
  public static String of(Figure figure) {
    List<String> sentences = new ArrayList<>();
    sentences.add("Figure: " + figure.heading().title());
    sentences.add(figure.heading().provenance());
    sentences.add("Along: " + axis(figure.x()));
    sentences.add("Upward: " + axis(figure.y()));
    figure.marks().stream().map(mark -> mark(figure, mark)).forEach(sentences::add);
    if (figure.isEmpty()) {
      sentences.add(Figure.NOTHING);
    }
    return String.join(
        " ", sentences.stream().filter(s -> !s.isBlank()).map(AltText::end).toList());
  }

  private static String end(String sentence) {
    return sentence.matches("(?s).*[.!?]") ? sentence : sentence + ".";
  }

  private static String axis(Axis axis) {
    if (axis.scale() instanceof RowScale rows) {
      return String.join(", ", rows.names());
    }
    List<Double> ticks = axis.scale().ticks();
    String range =
        ticks.isEmpty()
            ? ""
            : " from %s to %s"
                .formatted(
                    axis.scale().label(ticks.getFirst()), axis.scale().label(ticks.getLast()));
    return axis.title() + range;
  }

  private static String mark(Figure figure, Mark mark) {
    VegaAxis x = new VegaAxis("x", figure.x());
    VegaAxis y = new VegaAxis("y", figure.y());
    return switch (mark) {
      case Mark.Series series -> dots(series.name(), series.dots(), series.lying() ? x : y);
      case Mark.Bars bars -> dots(bars.name(), bars.dots(), y.isRows() ? x : y);
      case Mark.Steps steps -> counted(steps.name(), steps.counts().size(), "bin");
      case Mark.Rug rug -> counted(rug.name(), rug.values().size(), "value");
      case Mark.Spans spans ->
          "%s: %s".formatted(spans.name(), Plural.of(spans.spans().size(), "stretch", "stretches"));
      case Mark.Cells cells -> counted(cells.name(), cells.cells().size(), "cell");
      case Mark.Rule rule when !rule.name().isEmpty() ->
          "%s at %s".formatted(rule.name(), (rule.upright() ? x : y).text(rule.at()));
      case Mark.Rule _, Mark.Strip _ -> "";
      case Mark.Label label -> label.text();
    };
  }

  private static String counted(String name, int count, String noun) {
    return "%s: %s".formatted(name, Plural.of(count, noun));
  }

  private static String dots(String name, List<Dot> dots, VegaAxis values) {
    double[] there =
        dots.stream()
            .filter(Dot::isThere)
            .mapToDouble(dot -> values.isX() ? dot.x() : dot.y())
            .toArray();
    if (there.length == 0) {
      int ranges = (int) dots.stream().filter(Dot::hasInterval).count();
      String none = name.isEmpty() ? "" : name + ": " + Figure.NOTHING;
      return ranges > 0 ? counted(name, ranges, "range") : none;
    }
    String range =
        "%s to %s"
            .formatted(
                values.text(DoubleStream.of(there).min().orElseThrow()),
                values.text(DoubleStream.of(there).max().orElseThrow()));
    return counted(name.isEmpty() ? "unnamed" : name, there.length, "point") + ", " + range;
  }
}
