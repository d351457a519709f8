package org.switchlab.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.figure.Scale;

/**
 * Bars that stand on one another, drawn in characters: a line for each place and stack, with the
 * numbers of the parts and a bar in which each part has its sign.
 */
final class StacksText {

  private static final String SIGNS = "█▒▓░";
  private static final String ASCII_SIGNS = "#=*:";
  private static final String GAP = "  ";
  private static final int LEAST_BAR = 10;

  private final Figure figure;
  private final TextStyle style;
  private final List<Mark.Bars> all;
  private final List<Entry> entries = new ArrayList<>();
  private final int labelWidth;
  private final int numberWidth;
  private final int barWidth;

  /** What one line shows: the parts of one stack at one place. */
  private record Entry(String label, List<Piece> pieces, String numbers) {}

  /** One part: where it begins and ends in values, and which of its stack it is. */
  private record Piece(double foot, double top, double value, int order) {}

  StacksText(Figure figure, TextStyle style) {
    this.figure = figure;
    this.style = style;
    this.all = figure.marks(Mark.Bars.class);
    List<String> stacks = all.stream().map(Mark.Bars::stack).distinct().toList();
    List<Double> places =
        all.stream().flatMap(b -> b.dots().stream()).map(Dot::x).distinct().sorted().toList();
    for (double place : places) {
      for (String stack : stacks) {
        add(place, stack, stacks.size() > 1);
      }
    }
    this.labelWidth = TextBlocks.longest(entries.stream().map(Entry::label).toList());
    this.numberWidth = TextBlocks.longest(entries.stream().map(Entry::numbers).toList());
    int room = style.columns() - labelWidth - numberWidth - 2 * GAP.length();
    this.barWidth = room < LEAST_BAR ? 0 : room;
  }

  /** Whether a figure has bars on one another, over a numeric axis. */
  static boolean suits(Figure figure) {
    List<Mark.Bars> all = figure.marks(Mark.Bars.class);
    boolean stacked = all.stream().map(Mark.Bars::stack).distinct().count() < all.size();
    return stacked
        && !(figure.x().scale() instanceof RowScale)
        && !(figure.y().scale() instanceof RowScale);
  }

  private void add(double place, String stack, boolean named) {
    List<Piece> pieces = new ArrayList<>();
    List<Mark.Bars> own = all.stream().filter(b -> b.stack().equals(stack)).toList();
    for (Mark.Bars bars : own) {
      BarPlaces places = BarPlaces.of(figure, bars);
      for (int i = 0; i < bars.dots().size(); i++) {
        Dot dot = bars.dots().get(i);
        if (dot.x() == place && dot.isThere()) {
          double foot = places.feet().get(i);
          pieces.add(new Piece(foot, foot + dot.y(), dot.y(), own.indexOf(bars)));
        }
      }
    }
    if (!pieces.isEmpty()) {
      String label = AxisText.label(figure.x(), place) + (named ? " " + stack : "");
      entries.add(new Entry(style.spell(label), pieces, numbers(pieces)));
    }
  }

  /** The parts and their sum: {@code 0.62 + 0.89 = 1.51}. */
  private String numbers(List<Piece> pieces) {
    double sum = pieces.stream().mapToDouble(Piece::value).sum();
    StringBuilder parts = new StringBuilder(number(pieces.getFirst().value()));
    for (Piece piece : pieces.subList(1, pieces.size())) {
      parts.append(piece.value() < 0 ? " - " : " + ").append(number(Math.abs(piece.value())));
    }
    return style.spell(parts + " = " + number(sum));
  }

  private String number(double value) {
    return new Reading("", 1).text(value);
  }

  /** The lines of the drawing. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Entry entry : entries) {
      String label = TextBlocks.right(entry.label(), labelWidth);
      String numbers = TextBlocks.right(entry.numbers(), numberWidth);
      String bar = barWidth == 0 ? "" : GAP + bar(entry.pieces());
      List<String> wrapped = TextBlocks.wrap(label + GAP + numbers, "", style.columns());
      lines.addAll(
          barWidth == 0 ? wrapped : List.of((label + GAP + numbers + bar).stripTrailing()));
    }
    if (barWidth > 0) {
      String left = " ".repeat(labelWidth + numberWidth + 2 * GAP.length());
      AxisText.along(figure.y().scale(), barWidth, style).forEach(line -> lines.add(left + line));
    }
    lines.addAll(style.paragraph(legend(), 0));
    return lines;
  }

  private String bar(List<Piece> pieces) {
    char[] cells = " ".repeat(barWidth).toCharArray();
    Scale scale = figure.y().scale();
    int zero = AxisText.column(scale, 0, barWidth);
    for (Piece piece : pieces) {
      int foot = AxisText.column(scale, piece.foot(), barWidth);
      int top = AxisText.column(scale, piece.top(), barWidth);
      Arrays.fill(cells, Math.min(foot, top), Math.max(foot, top), sign(piece.order()));
    }
    cells[zero] = cells[zero] == ' ' ? style.sign('│') : cells[zero];
    return new String(cells);
  }

  private char sign(int order) {
    return style.sign(order, SIGNS, ASCII_SIGNS);
  }

  private List<String> legend() {
    List<String> parts = new ArrayList<>();
    Axis y = figure.y();
    parts.add(figure.x().title() + ", " + y.title());
    for (String stack : all.stream().map(Mark.Bars::stack).distinct().toList()) {
      List<Mark.Bars> own = all.stream().filter(b -> b.stack().equals(stack)).toList();
      parts.add(
          IntStream.range(0, own.size())
              .mapToObj(i -> sign(i) + " " + own.get(i).name())
              .collect(Collectors.joining(", ")));
    }
    parts.add(AxisText.beyond(y));
    return parts;
  }
}
