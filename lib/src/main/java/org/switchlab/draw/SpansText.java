package org.switchlab.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.figure.Scale;

/** Stretches of time drawn in characters: in each cell the sign of what takes most of it. */
final class SpansText {

  private static final char[] UNICODE = {'█', '▒', 'x', '░', 'o', '▓', '+', '%'};
  private static final char[] ASCII = {'#', '=', 'x', ':', 'o', '*', '+', '%'};

  /** Names may take one part of this many of the page. */
  private static final int NAME_PARTS = 3;

  private final Figure figure;
  private final TextStyle style;
  private final List<Mark.Spans> all;
  private final List<String> names;
  private final List<Double> rows;
  private final int nameWidth;
  private final int cells;

  private SpansText(Figure figure, TextStyle style) {
    this.figure = figure;
    this.style = style;
    this.all = figure.marks(Mark.Spans.class);
    this.rows = rows();
    Scale y = figure.y().scale();
    this.names = rows.stream().map(row -> style.spell(y.label(y.toAxis(row)))).toList();
    this.nameWidth = Math.min(TextBlocks.longest(names) + 1, style.columns() / NAME_PARTS);
    this.cells = style.columns() - nameWidth;
  }

  /** The lines of the drawing. */
  static List<String> lines(Figure figure, TextStyle style) {
    return new SpansText(figure, style).print();
  }

  /** The rows that have names, or those in which something is done. */
  private List<Double> rows() {
    return figure.y().scale() instanceof RowScale scale
        ? IntStream.range(0, scale.names().size()).mapToObj(row -> (double) row).toList()
        : all.stream()
            .flatMap(spans -> spans.spans().stream())
            .map(Mark.Span::row)
            .distinct()
            .sorted(Comparator.reverseOrder())
            .toList();
  }

  private List<String> print() {
    List<String> lines = new ArrayList<>();
    String indent = " ".repeat(nameWidth);
    for (int row = 0; row < rows.size(); row++) {
      String name = TextBlocks.cut(names.get(row), nameWidth - 1);
      lines.add((TextBlocks.left(name, nameWidth) + row(rows.get(row))).stripTrailing());
    }
    for (String line : AxisText.along(figure.x().scale(), cells, style)) {
      lines.add(indent + line);
    }
    lines.addAll(TextBlocks.wrap(style.spell(figure.x().title()), indent, style.columns()));
    String legend =
        IntStream.range(0, all.size())
            .mapToObj(i -> sign(i) + " " + all.get(i).name())
            .collect(Collectors.joining(", "));
    lines.addAll(TextBlocks.wrap(style.spell(legend), indent, style.columns()));
    return lines;
  }

  private String row(double row) {
    StringBuilder line = new StringBuilder();
    Scale x = figure.x().scale();
    double perCell = (x.axisMax() - x.axisMin()) / cells;
    for (int cell = 0; cell < cells; cell++) {
      double from = x.toValue(x.axisMin() + cell * perCell);
      double to = x.toValue(x.axisMin() + (cell + 1) * perCell);
      line.append(sign(row, from, to).orElse(' '));
    }
    return line.toString().stripTrailing();
  }

  /** The sign of what takes most of a cell; nothing if nothing is done in it. */
  private Optional<Character> sign(double row, double from, double to) {
    double most = 0;
    int which = -1;
    for (int i = 0; i < all.size(); i++) {
      for (Mark.Span span : all.get(i).spans()) {
        double overlap = Math.min(span.to(), to) - Math.max(span.from(), from);
        if (span.row() == row && overlap > most) {
          most = overlap;
          which = i;
        }
      }
    }
    return which < 0 ? Optional.empty() : Optional.of(sign(which));
  }

  /** What is drawn in grey is nothing done. */
  private char sign(int index) {
    if (isGrey(all.get(index))) {
      return style.unicode() ? '·' : '.';
    }
    int nth = (int) all.subList(0, index).stream().filter(spans -> !isGrey(spans)).count();
    char[] signs = style.unicode() ? UNICODE : ASCII;
    return signs[nth % signs.length];
  }

  private static boolean isGrey(Mark.Spans spans) {
    return spans.look().tint() == Look.GREY;
  }
}
