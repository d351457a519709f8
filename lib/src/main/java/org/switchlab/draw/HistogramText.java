package org.switchlab.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.unit.Units;

/**
 * Histograms drawn in characters: a row a bin, histograms side by side on one scale, so that two
 * humps are seen as two.
 */
final class HistogramText {

  private static final int LEAST_LABEL = 6;
  private static final int LONGEST_LABEL = 16;
  private static final int MARK_WIDTH = 3;
  private static final int MOST_BAR = 40;

  /** Room for the least bar that is of use. */
  private static final int LEAST_BAR = 4;

  /** Below this many columns the marks of single values get less room. */
  private static final int NARROW = 60;

  private final Figure figure;
  private final TextStyle style;
  private final List<Mark.Steps> all;
  private final HistogramRows rows;
  private final List<String> labels;
  private final int[] rug;
  private final int rugWidth;
  private final double highest;

  /** Room for the line before a bar and the number after it. */
  private final int numberWidth;

  private HistogramText(Figure figure, TextStyle style) {
    this.figure = figure;
    this.style = style;
    this.all =
        figure.marks(Mark.Steps.class).stream().filter(steps -> !steps.counts().isEmpty()).toList();
    this.rows = HistogramRows.of(all);
    this.labels =
        IntStream.range(0, rows.count()).mapToObj(i -> rows.label(rows.edges().get(i))).toList();
    this.rug =
        rows.counts(
            figure.marks(Mark.Rug.class).stream()
                .flatMap(mark -> mark.values().stream())
                .mapToDouble(value -> value));
    this.rugWidth = !figure.has(Mark.Rug.class) ? 0 : style.columns() < NARROW ? 6 : 10;
    this.highest =
        all.stream().flatMapToDouble(s -> Arrays.stream(rows.counts(s))).max().orElseThrow();
    this.numberWidth =
        3
            + all.stream()
                .flatMapToDouble(s -> Arrays.stream(rows.counts(s)))
                .mapToInt(count -> number(count).length())
                .max()
                .orElseThrow();
  }

  /** The lines of the drawing. */
  static List<String> lines(Figure figure, TextStyle style) {
    return new HistogramText(figure, style).print();
  }

  private List<String> print() {
    List<String> lines = new ArrayList<>();
    int labelWidth = Math.clamp(TextBlocks.longest(labels), LEAST_LABEL, LONGEST_LABEL) + 1;
    int room = style.columns() - labelWidth - MARK_WIDTH - rugWidth;
    int fit = Math.clamp(room / (numberWidth + LEAST_BAR), 1, all.size());
    for (int from = 0; from < all.size(); from += fit) {
      List<Mark.Steps> these = all.subList(from, Math.min(from + fit, all.size()));
      int width = Math.min(MOST_BAR + numberWidth, room / these.size());
      lines.add(head(these, labelWidth, width));
      List<double[]> counts = these.stream().map(rows::counts).toList();
      for (int row = 0; row < rows.count(); row++) {
        lines.add(row(row, counts, labelWidth, width));
      }
    }
    lines.addAll(AxisText.paragraph(legend(), labelWidth, style));
    return lines;
  }

  private String head(List<Mark.Steps> these, int labelWidth, int width) {
    String unit = TextBlocks.cut(style.spell(AxisText.unit(figure.x())), labelWidth);
    StringBuilder head = new StringBuilder(TextBlocks.right(unit, labelWidth));
    head.append(" ".repeat(MARK_WIDTH + rugWidth));
    for (Mark.Steps steps : these) {
      String name = TextBlocks.wrap(style.spell(steps.name()), "", width - 1).getFirst();
      head.append(TextBlocks.left(name, width));
    }
    return head.toString().stripTrailing();
  }

  private String row(int row, List<double[]> counts, int labelWidth, int width) {
    StringBuilder line = new StringBuilder();
    line.append(TextBlocks.right(TextBlocks.whole(labels.get(row), labelWidth), labelWidth));
    line.append(' ').append(sign(row)).append(' ');
    line.append(TextBlocks.left(rug(rug[row]), rugWidth));
    for (double[] count : counts) {
      String bar = (style.unicode() ? "│" : "|") + bar(count[row], width - numberWidth);
      line.append(TextBlocks.left(TextBlocks.cut(bar, width), width));
    }
    return line.toString().stripTrailing();
  }

  /** The sign of the rule that lies in a row. */
  private char sign(int row) {
    return uprights().stream()
        .filter(rule -> rows.row(rule.at()) == row)
        .findFirst()
        .map(this::sign)
        .orElse(' ');
  }

  private List<Mark.Rule> uprights() {
    return figure.marks(Mark.Rule.class).stream().filter(Mark.Rule::upright).toList();
  }

  /** Published numbers are dotted. */
  private char sign(Mark.Rule rule) {
    if (rule.look().stroke() == Look.Stroke.DOTTED) {
      return '*';
    }
    return style.unicode() ? '▶' : '>';
  }

  /** A sign a value; where they are too many, their number. */
  private String rug(int count) {
    return count < rugWidth ? "x".repeat(count) : rugWidth == 0 ? "" : count + " x";
  }

  private String bar(double count, int longest) {
    if (count == 0) {
      return "";
    }
    int length = (int) Math.round(count * longest / highest);
    return (style.unicode() ? "█" : "#").repeat(Math.max(1, length)) + " " + number(count);
  }

  private static String number(double count) {
    return count == Math.rint(count)
        ? Long.toString((long) count)
        : Units.plain(Units.digits(count));
  }

  private List<String> legend() {
    List<String> parts = new ArrayList<>();
    parts.add("rows: " + figure.x().title());
    parts.add("bars: " + figure.y().title());
    parts.add(width());
    uprights().forEach(rule -> parts.add(sign(rule) + " " + rule.name() + outside(rule)));
    figure.marks(Mark.Rug.class).forEach(mark -> parts.add("x " + mark.name()));
    figure.marks(Mark.Label.class).forEach(label -> parts.add(label.text()));
    return parts;
  }

  private String width() {
    if (Double.isNaN(rows.width())) {
      return "";
    }
    String width = (rows.label(rows.width()) + " " + AxisText.unit(figure.x())).strip();
    String bins = rows.bins() == 1 ? "" : "%d bins together, ".formatted(rows.bins());
    return "each row is %s%s wide".formatted(bins, width);
  }

  private String outside(Mark.Rule rule) {
    int row = rows.row(rule.at());
    return row < 0 ? " (before the first row)" : row < rows.count() ? "" : " (after the last row)";
  }
}
