package org.switchlab.draw;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Collectors;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.figure.Scale;
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
    figure.marks().forEach(mark -> sentences.add(mark(figure, mark)));
    sentences.add(figure.isEmpty() ? Figure.NOTHING : "");
    return sentences.stream()
        .filter(sentence -> !sentence.isBlank())
        .map(sentence -> sentence.matches("(?s).*[.!?]") ? sentence : sentence + ".")
        .collect(Collectors.joining(" "));
  }

  private static String axis(Axis axis) {
    Scale scale = axis.scale();
    if (scale instanceof RowScale rows) {
      return String.join(", ", rows.names());
    }
    List<Double> ticks = scale.ticks();
    return ticks.isEmpty()
        ? axis.title()
        : "%s from %s to %s"
            .formatted(axis.title(), scale.label(ticks.getFirst()), scale.label(ticks.getLast()));
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
          spans.name() + ": " + Plural.of(spans.spans().size(), "stretch", "stretches");
      case Mark.Cells cells -> counted(cells.name(), cells.cells().size(), "cell");
      case Mark.Level level ->
          "%s at %s, from %s to %s"
              .formatted(
                  level.name(), y.text(level.at()), x.text(level.from()), x.text(level.to()));
      case Mark.Rule rule when !rule.name().isEmpty() ->
          "%s at %s".formatted(rule.name(), (rule.upright() ? x : y).text(rule.at()));
      case Mark.Rule _, Mark.Strip _ -> "";
      case Mark.Label label -> label.text();
    };
  }

  private static String counted(String name, long count, String noun) {
    return name + ": " + Plural.of(count, noun);
  }

  private static String dots(String name, List<Dot> dots, VegaAxis values) {
    DoubleSummaryStatistics there =
        dots.stream()
            .filter(Dot::isThere)
            .mapToDouble(dot -> values.isX() ? dot.x() : dot.y())
            .summaryStatistics();
    if (there.getCount() > 0) {
      String points = counted(name.isEmpty() ? "unnamed" : name, there.getCount(), "point");
      return "%s, %s to %s"
          .formatted(points, values.text(there.getMin()), values.text(there.getMax()));
    }
    long ranges = dots.stream().filter(Dot::hasInterval).count();
    String none = name.isEmpty() ? "" : name + ": " + Figure.NOTHING;
    return ranges > 0 ? counted(name, ranges, "range") : none;
  }
}
