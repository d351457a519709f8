package org.switchlab.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Figure;
import org.switchlab.figure.RowScale;

/**
 * Numbers of named rows for a terminal: each with its interval and a bar, so that rows can be
 * compared by eye, and with the row's note below.
 */
final class RowsOfBars {

  private static final char[] UNICODE = {'█', '▒', '▓', '░', '■', '●'};
  private static final char[] ASCII = {'#', '=', '*', ':', 'o', '%'};

  /** The sign of what stands back, at its place. */
  private static final char BACK = 'x';

  /** Below this there is no use in a drawing. */
  private static final int LEAST_BAR = 10;

  private static final int GAP = 2;
  private static final String INDENT = "  ";
  private static final String NOTE_INDENT = "    ";

  private final Figure figure;
  private final TextStyle style;
  private final RowScale rows;
  private final Axis axis;
  private final List<RowValue.Source> sources;
  private final List<RowValue> values;
  private final boolean one;
  private final boolean signed;
  private final boolean interval;
  private final boolean stacked;
  private final int labelWidth;
  private final int valueWidth;
  private final int barWidth;
  private final RowBar bar;

  private RowsOfBars(Figure figure, TextStyle style) {
    this.figure = figure;
    this.style = style;
    this.rows = RowValue.rows(figure);
    this.axis = RowValue.values(figure);
    this.sources = RowValue.sources(figure);
    this.values = RowValue.of(figure);
    this.signed = !RowValue.isUpright(figure);
    this.one = IntStream.range(0, rows.names().size()).allMatch(row -> front(row).size() <= 1);
    List<String> labels = one ? rows.names() : sources.stream().map(RowValue.Source::name).toList();
    int longest =
        TextBlocks.longest(labels.stream().map(style::spell).toList())
            + (one ? 0 : INDENT.length());
    this.stacked = longest + GAP + width(false) > style.columns();
    this.labelWidth = stacked ? INDENT.length() * 2 : longest;
    int room = style.columns() - labelWidth - GAP;
    this.interval = width(true) + GAP + LEAST_BAR <= room;
    this.valueWidth = Math.min(width(interval), room);
    this.barWidth = room - valueWidth - GAP;
    this.bar =
        RowBar.of(
            axis.scale(),
            Math.max(1, barWidth),
            values.stream().map(value -> value.estimate().value()).toList());
  }

  /** The lines of the drawing. */
  static List<String> lines(Figure figure, TextStyle style) {
    return new RowsOfBars(figure, style).print();
  }

  /** The values of a row that do not stand back. */
  private List<RowValue> front(int row) {
    return values.stream()
        .filter(value -> value.row() == row && !sources.get(value.series()).back())
        .toList();
  }

  private int width(boolean withInterval) {
    return values.stream()
        .filter(value -> !one || !sources.get(value.series()).back())
        .mapToInt(value -> text(value, withInterval).length())
        .max()
        .orElse(1);
  }

  private String text(RowValue value, boolean withInterval) {
    return style.spell(value.text(axis, withInterval, signed));
  }

  private List<String> print() {
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < rows.names().size(); row++) {
      lines.addAll(one ? single(row) : several(row));
      if (!rows.notes().isEmpty()) {
        lines.addAll(wrap(rows.notes().get(row), NOTE_INDENT));
      }
    }
    lines.addAll(below());
    return lines;
  }

  private List<String> single(int row) {
    List<RowValue> front = front(row);
    String name = rows.names().get(row);
    return front.isEmpty()
        ? entry(name, Reading.MISSING, marked("", row))
        : entry(name, text(front.getFirst(), interval), marked(drawing(front.getFirst()), row));
  }

  private List<String> several(int row) {
    List<String> lines = new ArrayList<>(wrap(rows.names().get(row), ""));
    List<RowValue> here = values.stream().filter(value -> value.row() == row).toList();
    if (here.isEmpty()) {
      lines.addAll(wrap(Reading.MISSING, INDENT));
    }
    for (RowValue value : here) {
      String name = INDENT + sources.get(value.series()).name();
      lines.addAll(entry(name, text(value, interval), drawing(value)));
    }
    return lines;
  }

  /** The line of a number, with its label before it or, where there is no room for that, above. */
  private List<String> entry(String label, String value, String drawing) {
    List<String> lines = new ArrayList<>();
    if (stacked) {
      lines.addAll(wrap(label, label.startsWith(INDENT) ? INDENT : ""));
    }
    String line =
        TextBlocks.left(stacked ? "" : style.spell(label), labelWidth + GAP)
            + TextBlocks.right(style.spell(value), valueWidth);
    String whole = barWidth >= LEAST_BAR ? line + " ".repeat(GAP) + drawing : line;
    lines.add(TextBlocks.cut(whole, style.columns()).stripTrailing());
    return lines;
  }

  private String drawing(RowValue value) {
    if (value.isRange()) {
      return bar.stretch(value.estimate().low(), value.estimate().high(), style);
    }
    return bar.draw(value.estimate().value(), fill(value.series()), style);
  }

  /** A bar with the row's numbers that stand back. */
  private String marked(String drawing, int row) {
    String marked = drawing;
    for (RowValue value : values) {
      if (value.row() == row && value.isValue() && sources.get(value.series()).back()) {
        marked = bar.mark(marked, value.estimate().value(), BACK);
      }
    }
    return marked;
  }

  private char fill(int series) {
    char[] signs = style.unicode() ? UNICODE : ASCII;
    return signs[series % signs.length];
  }

  /** The scale, and what the signs are. */
  private List<String> below() {
    List<String> lines = new ArrayList<>();
    int left = labelWidth + GAP + valueWidth + GAP;
    boolean drawn = barWidth >= LEAST_BAR;
    if (drawn) {
      AxisText.along(axis.scale(), barWidth, style)
          .forEach(line -> lines.add(" ".repeat(left) + line));
    }
    Stream<String> legend =
        drawn && one && sources.size() > 1
            ? IntStream.range(0, sources.size()).mapToObj(this::sign)
            : Stream.empty();
    List<String> parts = new ArrayList<>(List.of(axis.title()));
    parts.addAll(legend.toList());
    parts.add(AxisText.beyond(axis));
    if (!interval
        && values.stream().anyMatch(value -> value.estimate().low() < value.estimate().high())) {
      parts.add("± is the longer side of the interval");
    }
    figure.marks(org.switchlab.figure.Mark.Rule.class).forEach(rule -> parts.add(rule.name()));
    lines.addAll(AxisText.paragraph(parts, 0, style));
    return lines;
  }

  private String sign(int series) {
    RowValue.Source source = sources.get(series);
    return (source.back() ? BACK : fill(series)) + " " + source.name();
  }

  private List<String> wrap(String text, String indent) {
    return TextBlocks.wrap(style.spell(text), indent, style.columns());
  }
}
