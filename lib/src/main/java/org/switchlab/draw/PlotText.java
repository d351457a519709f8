package org.switchlab.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.Scale;

/**
 * Points over a numeric axis, drawn in characters: intervals are upright strokes, stars are
 * published, and where there is room each value has a group of columns of its own.
 */
final class PlotText {

  private static final String SIGNS = "●■▲◆▼×○□";
  private static final String ASCII_SIGNS = "o#A%vx@&";

  /** The sign of a point whose place is hardly known. */
  private static final char VAGUE = '?';

  /** Up to so many values are told apart by groups, even if not every line is drawn. */
  private static final int FEW_VALUES = 16;

  /** Of more values so many lines must have a column in each group, or places are used instead. */
  private static final int LEAST_LINES = 3;

  private final Figure figure;
  private final TextStyle style;
  private final List<Mark.Rule> rules;
  private final List<Mark.Series> stars;
  private final List<Mark.Series> measured;
  private final PlotGrid.Upright upright;
  private final PlotGrid.Level level;
  private final List<Mark.Series> shown;
  private final char[][] cells;

  PlotText(Figure figure, TextStyle style) {
    this.figure = figure;
    this.style = style;
    this.rules = figure.marks(Mark.Rule.class);
    List<Mark.Series> all =
        TextDrawing.series(figure, Dot::isThere).stream()
            .filter(series -> !series.dots().isEmpty())
            .toList();
    Predicate<Mark.Series> star = series -> series.look().shape() == Look.Shape.STAR;
    this.stars = all.stream().filter(star).toList();
    this.measured = all.stream().filter(star.negate()).toList();
    this.upright = PlotGrid.Upright.of(figure.y().scale(), style);
    this.level = level(all, style.columns() - upright.margin());
    this.shown = shown(level.isGrouped() ? level.group() - 1 : SIGNS.length());
    this.cells = new char[upright.labels().size()][];
    Arrays.setAll(cells, row -> " ".repeat(level.width()).toCharArray());
  }

  private PlotGrid.Level level(List<Mark.Series> all, int room) {
    Scale scale = figure.x().scale();
    List<Double> values =
        all.stream()
            .flatMap(series -> series.dots().stream())
            .map(Dot::x)
            .distinct()
            .sorted(Comparator.comparingDouble(scale::toAxis))
            .toList();
    boolean lying = measured.stream().anyMatch(Mark.Series::lying);
    int lines = values.size() <= FEW_VALUES ? 1 : Math.clamp(measured.size(), 1, LEAST_LINES);
    return PlotGrid.Level.of(scale, values, lying ? Integer.MAX_VALUE : lines, room);
  }

  /**
   * All lines if each has a column; if not, the ends and the middle (of the paper's strides that is
   * a cache line), or as many of the three as there is room for. More would only crowd.
   */
  private List<Mark.Series> shown(int columns) {
    if (measured.size() <= columns) {
      return measured;
    }
    return switch (columns) {
      case 1 -> List.of(measured.getFirst());
      case 2 -> List.of(measured.getFirst(), measured.getLast());
      default ->
          List.of(measured.getFirst(), measured.get(measured.size() / 2), measured.getLast());
    };
  }

  private char sign(int line) {
    return style.sign(line, SIGNS, ASCII_SIGNS);
  }

  /** The sign of a rule; published ones that lie are dotted. */
  private char sign(Mark.Rule rule) {
    boolean dotted = rule.look().stroke() == Look.Stroke.DOTTED;
    return style.sign(rule.upright() ? '┊' : dotted ? '┈' : '─');
  }

  private void draw() {
    for (Mark.Rule rule : rules) {
      if (rule.upright()) {
        level.rule(rule.at()).ifPresent(at -> upright(0, cells.length - 1, at, sign(rule)));
      } else {
        Arrays.fill(cells[upright.row(rule.at())], sign(rule));
      }
    }
    figure.marks(Mark.Level.class).forEach(this::level);
    for (int i = 0; i < shown.size(); i++) {
      for (Dot dot : shown.get(i).dots()) {
        if (dot.hasInterval()) {
          interval(dot, i);
        }
      }
    }
    for (int i = 0; i < shown.size(); i++) {
      points(shown.get(i), i, sign(i));
    }
    stars.forEach(series -> points(series, PlotGrid.Level.STAR, '*'));
  }

  private void level(Mark.Level mark) {
    for (int at = level.from(mark.from()); at < level.to(mark.to()); at++) {
      cells[upright.row(mark.at())][at] = style.sign('═');
    }
  }

  private void points(Mark.Series series, int line, char sign) {
    for (Dot dot : series.dots()) {
      boolean vague = figure.isVague(dot, series.lying());
      cells[upright.row(dot.y())][level.column(dot.x(), line)] = vague ? VAGUE : sign;
    }
  }

  private void interval(Dot dot, int line) {
    if (shown.get(line).lying()) {
      int to = level.column(dot.high(), line);
      for (int at = level.column(dot.low(), line); at <= to; at++) {
        cells[upright.row(dot.y())][at] = style.sign('─');
      }
    } else {
      int column = level.column(dot.x(), line);
      int top = upright.row(dot.high());
      int foot = upright.row(dot.low());
      upright(top, foot, column, style.sign('│'));
      Scale scale = figure.y().scale();
      cells[top][column] = dot.goesAbove(scale) ? style.sign('↑') : cells[top][column];
      cells[foot][column] = dot.goesBelow(scale) ? style.sign('↓') : cells[foot][column];
    }
  }

  private void upright(int from, int to, int column, char sign) {
    for (int row = from; row <= to; row++) {
      cells[row][column] = sign;
    }
  }

  /** The lines of the drawing. */
  List<String> lines() {
    draw();
    List<String> lines = new ArrayList<>(style.paragraph(List.of(figure.y().title()), 0));
    for (int row = 0; row < cells.length; row++) {
      lines.add((upright.edge(row, style) + new String(cells[row])).stripTrailing());
    }
    int margin = upright.margin();
    lines.addAll(level.axis(margin, style));
    lines.addAll(style.paragraph(List.of(figure.x().title()), margin + 1));
    lines.addAll(style.paragraph(legend(), margin));
    return lines;
  }

  /** What the signs are. */
  private List<String> legend() {
    List<String> parts = new ArrayList<>();
    parts.add(drawn());
    if (figure.hasVague()) {
      parts.add(VAGUE + " interval too wide to be read, with an arrow where it goes on");
    }
    if (!level.isGrouped() && shown.size() > 1) {
      parts.add("of points in one place the last named is seen");
    }
    parts.add(named("*", stars.stream().map(Mark.Series::name).toList()));
    rules.stream()
        .filter(rule -> !rule.upright())
        .forEach(rule -> parts.add(sign(rule) + " " + rule.name()));
    parts.add(
        named(
            style.line('═', 1),
            figure.marks(Mark.Level.class).stream().map(Mark.Level::name).toList()));
    parts.add(named(style.line('┊', 1), uprights(true)));
    parts.add(named("out of view:", uprights(false)));
    parts.add(AxisText.beyond(figure.y()));
    parts.add(AxisText.beyond(figure.x()));
    figure
        .marks(Mark.Label.class)
        .forEach(
            l -> parts.add("at %s, %s".formatted(AxisText.label(figure.x(), l.x()), l.text())));
    return parts;
  }

  private List<String> uprights(boolean inView) {
    return rules.stream()
        .filter(rule -> rule.upright() && level.rule(rule.at()).isPresent() == inView)
        .map(Mark.Rule::name)
        .toList();
  }

  private static String named(String sign, List<String> names) {
    return names.isEmpty()
        ? ""
        : sign + " " + names.stream().distinct().collect(Collectors.joining(", "));
  }

  /** The lines by their signs, and which there was no room for. */
  private String drawn() {
    String kind = kind();
    String signs =
        IntStream.range(0, shown.size())
            .mapToObj(i -> sign(i) + " " + shown.get(i).name().substring(kind.length()))
            .collect(Collectors.joining(", "));
    if (shown.size() == measured.size()) {
      return kind.isBlank() ? signs : kind.strip() + ": " + signs;
    }
    String hidden =
        measured.stream()
            .filter(series -> !shown.contains(series))
            .map(series -> series.name().substring(kind.length()))
            .collect(Collectors.joining(", "));
    return "drawn: %s%s (%s only in the table)".formatted(kind, signs, hidden);
  }

  /** The word that all names begin with, such as {@code stride}, and its blank; or nothing. */
  private String kind() {
    List<String> first =
        measured.stream()
            .map(series -> series.name().substring(0, series.name().indexOf(' ') + 1))
            .distinct()
            .toList();
    return measured.size() > 1 && first.size() == 1 ? first.getFirst() : "";
  }
}
