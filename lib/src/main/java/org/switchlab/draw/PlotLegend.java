package org.switchlab.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;

/** What the signs of a plot are. */
final class PlotLegend {

  private final Figure figure;
  private final PlotColumns columns;
  private final List<PlotLine> all;
  private final List<PlotLine> shown;
  private final TextStyle style;

  /**
   * The legend of a plot.
   *
   * @param all every line, stars too
   * @param shown those that are drawn, in the order of their signs
   */
  PlotLegend(
      Figure figure,
      PlotColumns columns,
      List<PlotLine> all,
      List<PlotLine> shown,
      TextStyle style) {
    this.figure = figure;
    this.columns = columns;
    this.all = all;
    this.shown = shown;
    this.style = style;
  }

  /** The sign of a line that lies: published ones are dotted. */
  static char levelSign(Mark.Rule rule, TextStyle style) {
    boolean dotted = rule.look().stroke() == Look.Stroke.DOTTED;
    return style.unicode() ? (dotted ? '┈' : '─') : (dotted ? '.' : '-');
  }

  /** The sign of a line that stands. */
  static char uprightSign(TextStyle style) {
    return style.unicode() ? '┊' : ':';
  }

  /** The legend, wrapped. */
  List<String> lines(int margin) {
    List<String> parts = new ArrayList<>();
    parts.add(drawn());
    if (columns instanceof ScaledColumns && shown.size() > 1) {
      parts.add("of points in one place the last named is seen");
    }
    parts.add(named("*", all.stream().filter(PlotLine::star).map(PlotLine::name).toList()));
    for (Mark.Rule rule : figure.marks(Mark.Rule.class)) {
      if (!rule.upright()) {
        parts.add(levelSign(rule, style) + " " + rule.name());
      }
    }
    List<Mark.Rule> uprights =
        figure.marks(Mark.Rule.class).stream().filter(Mark.Rule::upright).toList();
    parts.add(named(String.valueOf(uprightSign(style)), rules(uprights, true)));
    parts.add(named("out of view:", rules(uprights, false)));
    parts.add(AxisText.beyond(figure.y()));
    parts.add(AxisText.beyond(figure.x()));
    figure.marks(Mark.Label.class).forEach(label -> parts.add(label(label)));
    return AxisText.paragraph(parts, margin, style);
  }

  private List<String> rules(List<Mark.Rule> uprights, boolean inView) {
    return uprights.stream()
        .filter(rule -> columns.rule(rule.at()).isPresent() == inView)
        .map(Mark.Rule::name)
        .toList();
  }

  private static String named(String sign, List<String> names) {
    return names.isEmpty()
        ? ""
        : sign + " " + names.stream().distinct().collect(Collectors.joining(", "));
  }

  /** Words that have a place in the picture; here they name it. */
  private String label(Mark.Label label) {
    String at = AxisText.label(figure.x().scale(), label.x());
    return "at %s, %s".formatted((at + " " + AxisText.unit(figure.x())).strip(), label.text());
  }

  private String drawn() {
    List<PlotLine> lines = all.stream().filter(line -> !line.star()).toList();
    String kind = kind(lines.stream().map(PlotLine::name).toList());
    String signs =
        IntStream.range(0, shown.size())
            .mapToObj(i -> PlotLine.sign(i, style) + " " + rest(shown.get(i), kind))
            .collect(Collectors.joining(", "));
    String heading = kind.isEmpty() ? "" : kind + ": ";
    if (shown.size() == lines.size()) {
      return heading + signs;
    }
    String hidden =
        lines.stream()
            .filter(line -> !shown.contains(line))
            .map(line -> rest(line, kind))
            .collect(Collectors.joining(", "));
    return "drawn: %s %s (%s only in the table)".formatted(kind, signs, hidden);
  }

  /** The word that all names begin with, such as {@code stride}; empty if there is none. */
  private static String kind(List<String> names) {
    List<String> first =
        names.stream()
            .map(name -> name.indexOf(' ') > 0 ? name.substring(0, name.indexOf(' ')) : "")
            .distinct()
            .toList();
    return names.size() > 1 && first.size() == 1 ? Objects.requireNonNull(first.getFirst()) : "";
  }

  private static String rest(PlotLine line, String kind) {
    return kind.isEmpty() ? line.name() : line.name().substring(kind.length() + 1);
  }
}
