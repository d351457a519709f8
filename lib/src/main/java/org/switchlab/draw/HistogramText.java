package org.switchlab.draw;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.SymlogScale;
import org.switchlab.unit.Units;

/**
 * Histograms drawn in characters, side by side on one scale, so that two humps are seen as two: a
 * row a bin, or neighbours together where there would be too many.
 */
final class HistogramText {

  private static final int MOST_ROWS = 30;

  private static final int FEW_ROWS = 14;

  /** Edges that differ by less, as a share of a bin, are one. */
  private static final double SAME = 1e-6;

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
  private final List<Mark.Rule> rules;
  private final List<Mark.Rug> rugs;

  /** How many bins make a row. */
  private final int bins;

  /** Where rows begin and the last one ends. */
  private final List<Double> edges;

  /** The width of the rows; {@code NaN} if they differ. */
  private final double rowWidth;

  private final List<String> labels;
  private final int labelWidth;

  /** By histogram and row. */
  private final List<double[]> counts;

  private final double highest;

  /** Room for the line before a bar and the number after it. */
  private final int numberWidth;

  HistogramText(Figure figure, TextStyle style) {
    this.figure = figure;
    this.style = style;
    this.all =
        figure.marks(Mark.Steps.class).stream().filter(steps -> !steps.counts().isEmpty()).toList();
    this.rules = figure.marks(Mark.Rule.class).stream().filter(Mark.Rule::upright).toList();
    this.rugs = figure.marks(Mark.Rug.class);
    List<Double> ends =
        all.stream().flatMap(steps -> steps.edges().stream()).distinct().sorted().toList();
    int last = ends.size() - 1;
    // 1, 2 or 5 times a power of ten, so that edges stay round.
    this.bins =
        (int)
            Math.max(
                1, SymlogScale.niceStep(last / (double) (style.compact() ? FEW_ROWS : MOST_ROWS)));
    this.edges =
        IntStream.rangeClosed(0, Math.ceilDiv(last, bins))
            .mapToObj(row -> ends.get(Math.min(row * bins, last)))
            .toList();
    this.rowWidth = rowWidth();
    this.labels = edges.subList(0, edges.size() - 1).stream().map(this::label).toList();
    this.labelWidth = Math.clamp(TextBlocks.longest(labels), LEAST_LABEL, LONGEST_LABEL) + 1;
    this.counts = all.stream().map(this::counts).toList();
    double[] every = counts.stream().flatMapToDouble(Arrays::stream).toArray();
    this.highest = Arrays.stream(every).max().orElseThrow();
    this.numberWidth =
        3 + TextBlocks.longest(Arrays.stream(every).mapToObj(HistogramText::number).toList());
  }

  private double rowWidth() {
    double width = edges.get(1) - edges.get(0);
    // The last row may hold fewer bins than the others.
    boolean equal =
        IntStream.range(1, edges.size() - 2)
            .allMatch(i -> Math.abs(edges.get(i + 1) - edges.get(i) - width) < SAME * width);
    return equal ? width : Double.NaN;
  }

  /** A value with as many decimals as rows need to be told apart. */
  private String label(double value) {
    if (Double.isNaN(rowWidth)) {
      return Units.plain(Units.digits(value));
    }
    int decimals = Math.max(0, (int) Math.ceil(-Math.log10(rowWidth) - 1e-6));
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  /** The row of a value, from 0; -1 before the first row, their number after the last. */
  private int row(double value) {
    return (int) edges.stream().filter(edge -> edge <= value).count() - 1;
  }

  /** The counts of a histogram by row; a bin belongs where its middle lies. */
  private double[] counts(Mark.Steps steps) {
    double[] byRow = new double[labels.size()];
    for (int bin = 0; bin < steps.counts().size(); bin++) {
      double middle = (steps.edges().get(bin) + steps.edges().get(bin + 1)) / 2;
      count(middle, steps.counts().get(bin), byRow);
    }
    return byRow;
  }

  private void count(double value, double times, double[] byRow) {
    int row = row(value);
    if (row >= 0 && row < byRow.length) {
      byRow[row] += times;
    }
  }

  /** The lines of the drawing. */
  List<String> lines() {
    List<String> before = before();
    int room = style.columns() - TextBlocks.longest(before);
    int fit = Math.clamp(room / (numberWidth + LEAST_BAR), 1, all.size());
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < all.size(); from += fit) {
      int to = Math.min(from + fit, all.size());
      int width = Math.min(MOST_BAR + numberWidth, room / (to - from));
      for (int line = 0; line < before.size(); line++) {
        StringBuilder text = new StringBuilder(before.get(line));
        for (int i = from; i < to; i++) {
          String cell = line == 0 ? name(i, width) : bar(counts.get(i)[line - 1], width);
          text.append(TextBlocks.left(TextBlocks.cut(cell, width), width));
        }
        lines.add(text.toString().stripTrailing());
      }
    }
    lines.addAll(style.paragraph(legend(), labelWidth));
    return lines;
  }

  /** What stands left of the bars: the unit above, then the rows' labels, rules and rugs. */
  private List<String> before() {
    int rugWidth = rugs.isEmpty() ? 0 : style.columns() < NARROW ? 6 : 10;
    double[] rug = new double[labels.size()];
    rugs.forEach(mark -> mark.values().forEach(value -> count(value, 1, rug)));
    String unit = TextBlocks.cut(style.spell(AxisText.unit(figure.x())), labelWidth);
    List<String> before = new ArrayList<>();
    before.add(TextBlocks.right(unit, labelWidth) + " ".repeat(MARK_WIDTH + rugWidth));
    for (int row = 0; row < labels.size(); row++) {
      int at = row;
      String sign =
          rules.stream().filter(r -> row(r.at()) == at).findFirst().map(this::sign).orElse(" ");
      // A sign a value; where they are too many, their number.
      String marks = rug[row] < rugWidth ? "x".repeat((int) rug[row]) : (int) rug[row] + " x";
      before.add(
          TextBlocks.right(TextBlocks.whole(labels.get(row), labelWidth), labelWidth)
              + TextBlocks.right(sign + " ", MARK_WIDTH)
              + TextBlocks.left(rugWidth == 0 ? "" : marks, rugWidth));
    }
    return before;
  }

  /** Published numbers are dotted. */
  private String sign(Mark.Rule rule) {
    boolean published = rule.look().stroke() == Look.Stroke.DOTTED;
    return published ? "*" : style.line('▶', 1);
  }

  private String name(int index, int width) {
    return TextBlocks.wrap(style.spell(all.get(index).name()), "", width - 1).getFirst();
  }

  private String bar(double count, int width) {
    if (count == 0) {
      return style.line('│', 1);
    }
    int length = (int) Math.round(count * (width - numberWidth) / highest);
    return style.sign('│') + style.line('█', Math.max(1, length)) + " " + number(count);
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
    if (!Double.isNaN(rowWidth)) {
      String together = bins == 1 ? "" : "%d bins together, ".formatted(bins);
      String width = (label(rowWidth) + " " + AxisText.unit(figure.x())).strip();
      parts.add("each row is %s%s wide".formatted(together, width));
    }
    rules.forEach(rule -> parts.add(sign(rule) + " " + rule.name() + outside(rule)));
    rugs.forEach(mark -> parts.add("x " + mark.name()));
    figure.marks(Mark.Label.class).forEach(label -> parts.add(label.text()));
    return parts;
  }

  private String outside(Mark.Rule rule) {
    int row = row(rule.at());
    return row < 0 ? " (before the first row)" : row < labels.size() ? "" : " (after the last row)";
  }
}
