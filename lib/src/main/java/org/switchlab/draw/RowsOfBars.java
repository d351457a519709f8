package org.switchlab.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.LogScale;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.table.Estimate;

/**
 * Numbers of named rows for a terminal: each with its interval and a bar, so that rows can be
 * compared by eye, and with the row's note below. A row of one number is one line.
 */
final class RowsOfBars {

  private static final String SIGNS = "█▒▓░■●";
  private static final String ASCII_SIGNS = "#=*:o%";

  private static final String INDENT = "  ";

  /** Between label, number and bar. */
  private static final String GAP = "  ";

  /** Before a number that stands below its label, since both do not fit a line. */
  private static final int STACKED_INDENT = 4;

  /** Below this there is no use in a drawing. */
  private static final int LEAST_BAR = 10;

  private final TextStyle style;
  private final boolean upright;
  private final RowScale rows;
  private final Axis axis;
  private final List<Source> sources = new ArrayList<>();
  private final List<Value> values;
  private final List<Mark.Rule> rules;

  /** Whether numbers that are zero were left out, to save lines. */
  private final boolean leavesOut;

  /** Whether each row has one number at most, besides those that stand back. */
  private final boolean single;

  private final boolean stacked;
  private final int labelWidth;

  /** Whether there is room for both ends of intervals instead of a ±. */
  private final boolean interval;

  private final int valueWidth;

  /** 0 if there is no room for bars. */
  private final int barWidth;

  /**
   * What gives each row a number.
   *
   * @param back whether it stands back behind the others: a sign at its place, no bar
   * @param sign what its bars are made of
   */
  private record Source(String name, List<Dot> dots, boolean back, char sign) {}

  /** One number of one row, {@code NaN} if there is only a range. */
  private record Value(int row, Source source, double at, Dot dot) {

    boolean isNumber() {
      return !Double.isNaN(at);
    }
  }

  RowsOfBars(Figure figure, TextStyle style) {
    this.style = style;
    this.upright = figure.y().scale() instanceof RowScale;
    this.rows = (RowScale) (upright ? figure.y() : figure.x()).scale();
    this.axis = upright ? figure.x() : figure.y();
    int front = 0;
    for (Mark.Series series : TextDrawing.series(figure, dot -> true)) {
      boolean back = series.look().tint() == Look.GREY;
      char sign = back ? 'x' : style.sign(front++, SIGNS, ASCII_SIGNS);
      sources.add(new Source(series.name(), series.dots(), back, sign));
    }
    List<Value> all =
        sources.stream()
            .flatMap(source -> source.dots().stream().map(dot -> value(source, dot)))
            .filter(value -> value.isNumber() || value.dot().hasInterval())
            .toList();
    this.values = all.stream().filter(value -> !style.compact() || value.at() != 0).toList();
    this.leavesOut = values.size() < all.size();
    this.rules =
        figure.marks(Mark.Rule.class).stream().filter(rule -> rule.upright() == upright).toList();
    this.single = IntStream.range(0, rows.names().size()).allMatch(row -> front(row).count() <= 1);
    int longest = longestLabel();
    this.stacked = longest + GAP.length() + longest(false) > style.columns();
    this.labelWidth = stacked ? STACKED_INDENT : longest;
    int room = style.columns() - labelWidth - GAP.length();
    this.interval = longest(true) + GAP.length() + LEAST_BAR <= room;
    this.valueWidth = Math.min(longest(interval), room);
    int bar = room - valueWidth - GAP.length();
    this.barWidth = bar < LEAST_BAR ? 0 : bar;
  }

  private Value value(Source source, Dot dot) {
    int row = (int) Math.round(upright ? dot.y() : dot.x());
    return new Value(row, source, upright ? dot.x() : dot.y(), dot);
  }

  /** The lines of the drawing. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < rows.names().size(); row++) {
      lines.addAll(row(row));
      if (!rows.notes().isEmpty() && !style.compact()) {
        lines.addAll(style.wrap(rows.sentence(row), INDENT + INDENT));
      }
    }
    lines.addAll(below());
    return lines;
  }

  private List<String> row(int row) {
    String name = rows.names().get(row);
    List<Value> all = of(row);
    if (single) {
      String number =
          front(row).map(value -> text(value, interval)).findFirst().orElse(Reading.MISSING);
      return entry(name, number, all);
    }
    List<String> lines = new ArrayList<>(style.wrap(name, ""));
    if (all.isEmpty()) {
      lines.addAll(style.wrap(leavesOut ? "0" : Reading.MISSING, INDENT));
    }
    for (Value value : all) {
      lines.addAll(entry(INDENT + value.source().name(), text(value, interval), List.of(value)));
    }
    return lines;
  }

  private List<Value> of(int row) {
    return values.stream().filter(value -> value.row() == row).toList();
  }

  /** The values of a row that do not stand back. */
  private Stream<Value> front(int row) {
    return of(row).stream().filter(value -> !value.source().back());
  }

  private int longestLabel() {
    List<String> labels =
        single ? rows.names() : sources.stream().map(source -> INDENT + source.name()).toList();
    return TextBlocks.longest(labels.stream().map(style::spell).toList());
  }

  private int longest(boolean interval) {
    return values.stream()
        .filter(value -> !single || !value.source().back())
        .mapToInt(value -> text(value, interval).length())
        .max()
        .orElse(1);
  }

  private String text(Value value, boolean interval) {
    double low = value.dot().low();
    double high = value.dot().high();
    if (!value.isNumber()) {
      Reading reading = AxisText.reading(axis, high);
      return style.spell(reading.number(low) + " to " + reading.text(high));
    }
    Estimate estimate = new Estimate(value.at(), low, high, Double.NaN);
    String text = AxisText.reading(axis, value.at()).text(estimate, interval);
    return style.spell(!upright && value.at() > 0 ? "+" + text : text);
  }

  /** The line of a number, with its label before it or, where there is no room for that, above. */
  private List<String> entry(String label, String number, List<Value> drawn) {
    List<String> lines = new ArrayList<>();
    if (stacked) {
      lines.addAll(style.wrap(label, label.startsWith(INDENT) ? INDENT : ""));
    }
    String before = TextBlocks.left(stacked ? "" : style.spell(label), labelWidth) + GAP;
    String drawing = barWidth == 0 ? "" : GAP + drawing(drawn);
    for (String part : TextBlocks.wrap(style.spell(number), "", valueWidth)) {
      lines.add((before + TextBlocks.right(part, valueWidth) + drawing).stripTrailing());
      before = " ".repeat(before.length());
      drawing = "";
    }
    return lines;
  }

  /** What stands back is drawn over the bar. */
  private String drawing(List<Value> drawn) {
    char[] cells = " ".repeat(barWidth).toCharArray();
    drawn.stream()
        .sorted(Comparator.comparing(value -> value.source().back()))
        .forEach(value -> draw(value, cells));
    for (Mark.Rule rule : rules) {
      int at = column(rule.at());
      cells[at] = cells[at] == ' ' ? style.sign('┊') : cells[at];
    }
    return new String(cells);
  }

  /**
   * A bar from zero, or on a logarithmic scale from its lower end; where others may go to the other
   * side, a line where it begins. A stretch if there is only a range, a sign for what stands back.
   */
  private void draw(Value value, char[] cells) {
    char sign = value.source().sign();
    int at = column(value.at());
    int base = axis.scale() instanceof LogScale ? 0 : column(0);
    if (single && value.source().back()) {
      cells[at] = value.isNumber() ? sign : cells[at];
    } else if (!value.isNumber()) {
      int left = column(value.dot().low());
      Arrays.fill(cells, left, Math.max(left, column(value.dot().high())) + 1, style.sign('─'));
    } else if (base == 0) {
      Arrays.fill(cells, 0, at, sign);
    } else {
      Arrays.fill(cells, Math.min(at, base), Math.max(at, base) + 1, sign);
      cells[base] = style.sign('│');
    }
  }

  private int column(double value) {
    return AxisText.column(axis.scale(), value, barWidth);
  }

  /** The scale, and what the signs are. */
  private List<String> below() {
    List<String> lines = new ArrayList<>();
    List<String> parts = new ArrayList<>(List.of(axis.title()));
    if (barWidth > 0) {
      String left = " ".repeat(labelWidth + valueWidth + 2 * GAP.length());
      AxisText.along(axis.scale(), barWidth, style).forEach(line -> lines.add(left + line));
      parts.add(AxisText.beyond(axis));
      if (single && sources.size() > 1) {
        sources.forEach(source -> parts.add(source.sign() + " " + source.name()));
      }
      rules.stream()
          .filter(rule -> !rule.name().isBlank())
          .forEach(rule -> parts.add(style.sign('┊') + " " + rule.name()));
    }
    if (!interval && values.stream().anyMatch(value -> value.dot().hasInterval())) {
      parts.add("± is the longer side of the interval");
    }
    parts.add(leavesOut ? "what is 0 is left out" : "");
    lines.addAll(style.paragraph(parts, 0));
    return lines;
  }
}
