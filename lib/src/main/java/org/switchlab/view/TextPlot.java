package org.switchlab.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.switchlab.claim.PublishedPoint;
import org.switchlab.estimate.Estimate;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.unit.Units;

/**
 * The figure drawn in characters: each size has a group of columns, one for each stride, so that no
 * point hides another; intervals are upright strokes; the scale is the chart's.
 */
final class TextPlot {

  private static final int MARGIN = 7;
  private static final int LABEL_WIDTH = 6;
  private static final int MAX_ROWS_A_TICK = 2;
  private static final int WANTED_ROWS = 18;
  private static final char[] UNICODE = {'●', '■', '▲', '◆', '▼', '×', '○', '□'};
  private static final char[] ASCII = {'o', '#', 'A', '%', 'v', 'x', '@', '&'};

  private final SwitchCostFigure figure;
  private final TextStyle style;
  private final CostScale scale;
  private final List<Long> sizes;
  private final List<Long> strides;
  private final int group;
  private final int rowsPerTick;
  private final char[][] cells;

  private TextPlot(SwitchCostFigure figure, TextStyle style) {
    this.figure = figure;
    this.style = style;
    this.scale = CostScale.of(figure);
    this.sizes = figure.sizesBytes();
    this.group = Math.max(2, Math.min(9, (style.columns() - MARGIN) / sizes.size()));
    this.strides = shown(figure.stridesBytes(), group - 1);
    int ticks = scale.ticks().size();
    this.rowsPerTick = Math.clamp(WANTED_ROWS / ticks, 1, MAX_ROWS_A_TICK);
    this.cells = new char[(ticks - 1) * rowsPerTick + 1][group * sizes.size()];
    for (char[] row : cells) {
      Arrays.fill(row, ' ');
    }
  }

  /** The lines of the drawing; none if there is no array to draw over. */
  static List<String> lines(SwitchCostFigure figure, TextStyle style) {
    boolean tooNarrow = figure.sizesBytes().size() * 2 > style.columns() - MARGIN;
    if (figure.sizesBytes().isEmpty() || tooNarrow) {
      return List.of();
    }
    TextPlot plot = new TextPlot(figure, style);
    plot.draw();
    return plot.print().stream().map(style::spell).toList();
  }

  /**
   * All strides if each has a column; if not, the ends and the middle (of the paper's strides that
   * is a cache line), or as many of the three as there is room for. More would only crowd.
   */
  private static List<Long> shown(List<Long> all, int columns) {
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
    Estimate direct = figure.direct().map(PointEstimate::switchCostNs).orElse(null);
    if (direct != null) {
      Arrays.fill(cells[row(direct.value() / 1e3)], style.unicode() ? '─' : '-');
    }
    for (int s = 0; s < strides.size(); s++) {
      for (PointEstimate point : figure.stride(strides.get(s))) {
        Estimate cost = point.switchCostNs();
        if (cost != null) {
          draw(cost, column(point.point().arrayBytes(), s), symbol(s));
        }
      }
    }
    figure.publishedInside().stream().filter(p -> !p.isDirect()).forEach(this::published);
  }

  private void draw(Estimate cost, int column, char symbol) {
    for (int row = row(cost.high() / 1e3); row <= row(cost.low() / 1e3); row++) {
      cells[row][column] = style.unicode() ? '│' : '|';
    }
    cells[row(cost.value() / 1e3)][column] = symbol;
  }

  /** The published number stands in the free column before the strides of its size. */
  private void published(PublishedPoint point) {
    int index = sizes.indexOf(point.arrayBytes().orElseThrow());
    if (index >= 0) {
      cells[row(point.value())][index * group] = '*';
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

  private int column(long arrayBytes, int stride) {
    return sizes.indexOf(arrayBytes) * group + 1 + stride;
  }

  private int row(double costUs) {
    double fromTop = (scale.axisMax() - scale.toAxis(costUs)) / scale.stepUs() * rowsPerTick;
    return Math.clamp(Math.round(fromTop), 0, cells.length - 1);
  }

  private char symbol(int stride) {
    char[] symbols = style.unicode() ? UNICODE : ASCII;
    return symbols[stride % symbols.length];
  }

  private List<String> print() {
    List<Double> ticks = scale.ticks();
    List<String> lines = new ArrayList<>();
    lines.add(TextBlocks.right("µs", MARGIN - 2));
    for (int row = 0; row < cells.length; row++) {
      boolean tick = row % rowsPerTick == 0;
      String label = tick ? scale.label(ticks.get(ticks.size() - 1 - row / rowsPerTick)) : "";
      String edge = style.unicode() ? (tick ? " ┤" : " │") : " |";
      lines.add(
          (TextBlocks.right(label, MARGIN - 2) + edge + new String(cells[row])).stripTrailing());
    }
    lines.add(sizeAxis());
    lines.addAll(legend());
    return lines;
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

  private List<String> legend() {
    String names =
        IntStream.range(0, strides.size())
            .mapToObj(s -> "%s %s B".formatted(symbol(s), strides.get(s)))
            .collect(Collectors.joining(", ", isComplete() ? "stride: " : "drawn: stride ", ""));
    String caches =
        figure.caches().stream()
            .map(cache -> "%s %s".formatted(cache.name(), Units.bytes(cache.bytes())))
            .collect(Collectors.joining(", "));
    String note =
        "%s%s; %s direct cost; * published; %s end of %s%s"
            .formatted(
                names,
                isComplete() ? "" : " (%s)".formatted(inTheTable()),
                style.unicode() ? "─" : "-",
                style.unicode() ? "┊" : ":",
                caches.isEmpty() ? "a cache" : caches,
                scale.isLinear() ? "" : "; beyond %s".formatted(beyond()));
    return TextBlocks.wrap(note, " ".repeat(MARGIN), style.columns());
  }

  private boolean isComplete() {
    return strides.size() == figure.stridesBytes().size();
  }

  /** The strides that only the table has, in words. */
  private String inTheTable() {
    return figure.stridesBytes().stream()
        .filter(stride -> !strides.contains(stride))
        .map(String::valueOf)
        .collect(Collectors.joining(", ", "", " B only in the table"));
  }

  /** Where the scale stops being linear, in words. */
  private String beyond() {
    String high = scale.label(scale.linearHighUs());
    String low =
        scale.minUs() < scale.linearLowUs() ? scale.label(scale.linearLowUs()) + " and " : "";
    return "%s%s µs each step is × %s".formatted(low, high, CostScale.FACTOR);
  }
}
