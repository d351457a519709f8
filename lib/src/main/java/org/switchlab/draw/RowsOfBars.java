package org.switchlab.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;

/**
 * Numbers of named rows for a terminal: each with its interval and a bar, so that rows can be
 * compared by eye, and with the row's note below. A row of one number is one line.
 */
final class RowsOfBars {

  private static final String INDENT = "  ";
  private static final String NOTE_INDENT = "    ";

  private final TextStyle style;
  private final RowScale rows;
  private final Axis axis;
  private final List<RowSource> sources;
  private final List<RowValue> values;
  private final List<Mark.Rule> rules;
  private final boolean single;
  private final boolean signed;
  private final RowWidths widths;
  private final RowBar bar;

  private RowsOfBars(Figure figure, TextStyle style) {
    boolean upright = figure.y().scale() instanceof RowScale;
    this.style = style;
    this.rows = (RowScale) (upright ? figure.y() : figure.x()).scale();
    this.axis = upright ? figure.x() : figure.y();
    this.sources = RowSource.of(figure);
    this.values = RowValue.of(sources, upright);
    this.rules =
        figure.marks(Mark.Rule.class).stream().filter(rule -> rule.upright() == upright).toList();
    this.single = IntStream.range(0, rows.names().size()).allMatch(row -> front(row).size() <= 1);
    this.signed = !upright;
    this.widths = RowWidths.of(longestLabel(), longest(true), longest(false), style.columns());
    this.bar = RowBar.of(axis.scale(), Math.max(1, widths.bar()));
  }

  /** The lines of the drawing. */
  static List<String> lines(Figure figure, TextStyle style) {
    RowsOfBars bars = new RowsOfBars(figure, style);
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < bars.rows.names().size(); row++) {
      lines.addAll(bars.single ? bars.single(row) : bars.several(row));
      if (!bars.rows.notes().isEmpty()) {
        lines.addAll(bars.wrap(bars.rows.notes().get(row), NOTE_INDENT));
      }
    }
    lines.addAll(bars.below());
    return lines;
  }

  private List<RowValue> of(int row) {
    return values.stream().filter(value -> value.row() == row).toList();
  }

  /** The values of a row that do not stand back. */
  private List<RowValue> front(int row) {
    return of(row).stream().filter(value -> !value.source().back()).toList();
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

  private String text(RowValue value, boolean interval) {
    return style.spell(value.text(axis, interval, signed));
  }

  private List<String> single(int row) {
    List<RowValue> front = front(row);
    String drawing = front.isEmpty() ? "" : drawing(front.getFirst());
    for (RowValue value : of(row)) {
      if (value.source().back() && value.isValue()) {
        drawing = bar.mark(drawing, value.estimate().value(), value.source().sign(style));
      }
    }
    String number = front.isEmpty() ? Reading.MISSING : text(front.getFirst(), widths.interval());
    return entry(rows.names().get(row), number, ruled(drawing));
  }

  private List<String> several(int row) {
    List<String> lines = new ArrayList<>(wrap(rows.names().get(row), ""));
    if (of(row).isEmpty()) {
      lines.addAll(wrap(Reading.MISSING, INDENT));
    }
    for (RowValue value : of(row)) {
      String name = INDENT + value.source().name();
      lines.addAll(entry(name, text(value, widths.interval()), ruled(drawing(value))));
    }
    return lines;
  }

  /** The line of a number, with its label before it or, where there is no room for that, above. */
  private List<String> entry(String label, String value, String drawing) {
    List<String> lines = new ArrayList<>();
    if (widths.stacked()) {
      lines.addAll(wrap(label, label.startsWith(INDENT) ? INDENT : ""));
    }
    String name = widths.stacked() ? "" : style.spell(label);
    String before = TextBlocks.left(name, widths.label() + RowWidths.GAP);
    List<String> numbers = TextBlocks.wrap(style.spell(value), "", widths.value());
    for (String number : numbers) {
      String line = before + TextBlocks.right(number, widths.value());
      boolean drawn = widths.bar() > 0 && number.equals(numbers.getFirst());
      lines.add((drawn ? line + " ".repeat(RowWidths.GAP) + drawing : line).stripTrailing());
      before = " ".repeat(before.length());
    }
    return lines;
  }

  private String drawing(RowValue value) {
    return value.isValue()
        ? bar.draw(value.estimate().value(), value.source().sign(style), style)
        : bar.stretch(value.estimate().low(), value.estimate().high(), style);
  }

  private String ruled(String drawing) {
    String ruled = drawing;
    for (Mark.Rule rule : rules) {
      ruled = bar.behind(ruled, rule.at(), PlotLegend.uprightSign(style));
    }
    return ruled;
  }

  /** The scale, and what the signs are. */
  private List<String> below() {
    List<String> lines = new ArrayList<>();
    List<String> parts = new ArrayList<>(List.of(axis.title()));
    if (widths.bar() > 0) {
      AxisText.along(axis.scale(), widths.bar(), style)
          .forEach(line -> lines.add(" ".repeat(widths.barFrom()) + line));
      parts.add(AxisText.beyond(axis));
      if (single && sources.size() > 1) {
        sources.forEach(source -> parts.add(source.sign(style) + " " + source.name()));
      }
      rules.stream()
          .filter(rule -> !rule.name().isBlank())
          .forEach(rule -> parts.add(PlotLegend.uprightSign(style) + " " + rule.name()));
    }
    if (!widths.interval() && values.stream().anyMatch(RowValue::hasInterval)) {
      parts.add("± is the longer side of the interval");
    }
    lines.addAll(AxisText.paragraph(parts, 0, style));
    return lines;
  }

  private List<String> wrap(String text, String indent) {
    return TextBlocks.wrap(style.spell(text), indent, style.columns());
  }
}
