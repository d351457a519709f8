package org.switchlab.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/**
 * A figure drawn in characters: each size has a group of columns, one for each line, so that no
 * point hides another; intervals are upright strokes; the scale is the chart's.
 */
final class TextPlot {

  private static final int MARGIN = 7;
  private static final int LABEL_WIDTH = 6;
  private static final int MAX_ROWS_A_TICK = 2;
  private static final int WANTED_ROWS = 18;
  private static final char[] UNICODE = {'●', '■', '▲', '◆', '▼', '×', '○', '□'};
  private static final char[] ASCII = {'o', '#', 'A', '%', 'v', 'x', '@', '&'};

  private final LineFigure figure;
  private final TextStyle style;
  private final SymlogScale scale;
  private final List<Long> sizes;
  private final List<LineFigure.Line> shown;
  private final int group;
  private final int rowsPerTick;
  private final char[][] cells;

  private TextPlot(LineFigure figure, TextStyle style) {
    this.figure = figure;
    this.style = style;
    this.scale = figure.scale();
    this.sizes = figure.sizesBytes();
    this.group = Math.max(2, Math.min(9, (style.columns() - MARGIN) / sizes.size()));
    this.shown = shown(figure.lines(), group - 1);
    int ticks = scale.ticks().size();
    this.rowsPerTick = Math.clamp(WANTED_ROWS / ticks, 1, MAX_ROWS_A_TICK);
    this.cells = new char[(ticks - 1) * rowsPerTick + 1][group * sizes.size()];
    for (char[] row : cells) {
      Arrays.fill(row, ' ');
    }
  }

  /** The lines of the drawing; none if there is no array to draw over. */
  static List<String> lines(LineFigure figure, TextStyle style) {
    boolean tooNarrow = figure.sizesBytes().size() * 2 > style.columns() - MARGIN;
    if (figure.sizesBytes().isEmpty() || tooNarrow) {
      return List.of();
    }
    TextPlot plot = new TextPlot(figure, style);
    plot.draw();
    return plot.print().stream().map(style::spell).toList();
  }

  /**
   * All lines if each has a column; if not, the ends and the middle (of the paper's strides that is
   * a cache line), or as many of the three as there is room for. More would only crowd.
   */
  private static <T> List<T> shown(List<T> all, int columns) {
    if (all.size() <= columns) {
      return all;
    }
    return switch (columns) {
      case 1 -> List.of(all.getFirst());
      case 2 -> List.of(all.getFirst(), all.getLast());
      default -> List.of(all.getFirst(), all.get(all.size() / 2), all.getLast());
    };
  }

  private void draw() {
    figure.caches().forEach(this::cache);
    figure.level().ifPresent(v -> Arrays.fill(cells[row(v)], style.unicode() ? '─' : '-'));
    for (int i = 0; i < shown.size(); i++) {
      int line = i;
      shown.get(i).values().forEach((bytes, value) -> draw(value, column(bytes, line), line));
    }
    figure.stars().forEach(this::star);
  }

  private void draw(Estimate value, int column, int line) {
    for (int row = row(value.high()); row <= row(value.low()); row++) {
      cells[row][column] = style.unicode() ? '│' : '|';
    }
    cells[row(value.value())][column] = symbol(line);
  }

  /** A value laid over stands in the free column before the lines of its size. */
  private void star(LineFigure.Star star) {
    int index = sizes.indexOf(star.arrayBytes());
    if (index >= 0) {
      cells[row(star.value())][index * group] = '*';
    }
  }

  /** A cache ends after the largest size that fits it: its line is the next group's free column. */
  private void cache(CacheMark cache) {
    long fitting = sizes.stream().filter(size -> size <= cache.bytes()).count();
    if (fitting > 0 && fitting < sizes.size()) {
      for (char[] row : cells) {
        row[(int) fitting * group] = style.unicode() ? '┊' : ':';
      }
    }
  }

  private int column(long arrayBytes, int line) {
    return sizes.indexOf(arrayBytes) * group + 1 + line;
  }

  private int row(double value) {
    double fromTop = (scale.axisMax() - scale.toAxis(value)) / scale.step() * rowsPerTick;
    return Math.clamp(Math.round(fromTop), 0, cells.length - 1);
  }

  private char symbol(int line) {
    char[] symbols = style.unicode() ? UNICODE : ASCII;
    return symbols[line % symbols.length];
  }

  private List<String> print() {
    List<Double> ticks = scale.ticks();
    List<String> lines = new ArrayList<>();
    lines.add(unit());
    for (int row = 0; row < cells.length; row++) {
      boolean tick = row % rowsPerTick == 0;
      String label =
          tick ? shortened(scale.label(ticks.get(ticks.size() - 1 - row / rowsPerTick))) : "";
      String edge = style.unicode() ? (tick ? " ┤" : " │") : " |";
      lines.add(
          (TextBlocks.right(label, MARGIN - 2) + edge + new String(cells[row])).stripTrailing());
    }
    lines.add(sizeAxis());
    lines.addAll(legend());
    return lines;
  }

  /** Thousands as {@code k} where a number has no room beside the axis. */
  private static String shortened(String label) {
    boolean fits = label.length() <= MARGIN - 2 || !label.endsWith("000");
    return fits ? label : label.substring(0, label.length() - 3) + "k";
  }

  /** The sizes below their groups; where groups are narrower than a number, only every other. */
  private String sizeAxis() {
    StringBuilder axis = new StringBuilder(TextBlocks.left("KiB", MARGIN));
    int step = Math.ceilDiv(LABEL_WIDTH, group);
    for (int i = 0; i + step <= sizes.size(); i += step) {
      axis.append(TextBlocks.left(" " + Units.kib(sizes.get(i)), group * step));
    }
    return axis.toString().stripTrailing();
  }

  /** At the axis if it is as short as a number there, else from the margin on. */
  private String unit() {
    return TextBlocks.right(figure.unit(), MARGIN - 2);
  }

  private List<String> legend() {
    List<String> notes = new ArrayList<>(List.of(names()));
    notes.addAll(
        figure.notes().stream().map(note -> note.formatted(style.unicode() ? '─' : '-')).toList());
    if (!figure.caches().isEmpty()) {
      notes.add((style.unicode() ? "┊" : ":") + " end of " + caches());
    }
    if (!scale.isLinear()) {
      notes.add("beyond %s each step is × %s".formatted(beyond(), SymlogScale.FACTOR));
    }
    return TextBlocks.wrap(String.join("; ", notes), " ".repeat(MARGIN), style.columns());
  }

  private String names() {
    String drawn =
        IntStream.range(0, shown.size())
            .mapToObj(i -> symbol(i) + " " + shown.get(i).name())
            .collect(Collectors.joining(", "));
    if (shown.size() == figure.lines().size()) {
      return figure.kind() + ": " + drawn;
    }
    String hidden =
        figure.lines().stream()
            .filter(line -> !shown.contains(line))
            .map(LineFigure.Line::name)
            .collect(Collectors.joining(", "));
    return "drawn: %s %s (%s only in the table)".formatted(figure.kind(), drawn, hidden);
  }

  private String caches() {
    return figure.caches().stream()
        .map(cache -> "%s %s".formatted(cache.name(), Units.bytes(cache.bytes())))
        .collect(Collectors.joining(", "));
  }

  /** Where the scale stops being linear, in words. */
  private String beyond() {
    String high = scale.label(scale.linearHigh());
    String low = scale.min() < scale.linearLow() ? scale.label(scale.linearLow()) + " and " : "";
    return "%s%s %s".formatted(low, high, figure.unit());
  }
}
