package org.switchlab.view;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchlab.estimate.Estimate;
import org.switchlab.unit.Units;

/** The estimates as text: a row a size, a column a stride, in blocks that fit the line. */
final class TextGrid {

  private static final int SIZE_WIDTH = 9;
  private static final int CELL_WIDTH = 14;

  private static final String CAPTION =
      "Cost of one switch in µs by array (rows) and stride (columns); ± is the longer side of the"
          + " interval.";

  private TextGrid() {}

  static List<String> lines(SwitchCostFigure figure, TextStyle style) {
    List<Long> strides = figure.stridesBytes();
    if (strides.isEmpty()) {
      return List.of();
    }
    int fit = Math.max(1, (style.columns() - SIZE_WIDTH) / CELL_WIDTH);
    List<String> lines = new ArrayList<>();
    lines.addAll(TextBlocks.wrap(CAPTION, "", style.columns()));
    for (int from = 0; from < strides.size(); from += fit) {
      lines.addAll(block(figure, strides.subList(from, Math.min(from + fit, strides.size()))));
    }
    return lines.stream().map(style::spell).toList();
  }

  private static List<String> block(SwitchCostFigure figure, List<Long> strides) {
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder(TextBlocks.right("", SIZE_WIDTH));
    strides.forEach(stride -> head.append(TextBlocks.right(stride + " B", CELL_WIDTH)));
    lines.add(head.toString());
    for (long size : figure.sizesBytes()) {
      StringBuilder row = new StringBuilder(TextBlocks.right(Units.bytes(size), SIZE_WIDTH));
      for (long stride : strides) {
        String cell = figure.at(size, stride).map(point -> cell(point.switchCostNs())).orElse("");
        row.append(TextBlocks.right(cell, CELL_WIDTH));
      }
      lines.add(row.toString().stripTrailing());
    }
    return lines;
  }

  private static String cell(@Nullable Estimate cost) {
    if (cost == null) {
      return "–";
    }
    double sideNs = Math.max(cost.high() - cost.value(), cost.value() - cost.low());
    return Units.micros(cost.value()) + " ±" + Units.roughly(sideNs / 1e3);
  }
}
