package org.switchlab.draw;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.figure.Scale;

/**
 * An upright axis in rows of characters: the highest row first.
 *
 * @param scale where values stand
 * @param top the place of the highest row
 * @param perRow places from one row to the next
 * @param labels what each row says; empty between ticks
 */
record UprightAxis(Scale scale, double top, double perRow, List<String> labels) {

  /** Rows wanted where ticks leave a choice. */
  private static final int WANTED_ROWS = 18;

  private static final int MOST_ROWS_A_TICK = 6;
  private static final int MOST_TICKS = 24;

  /** Longer labels are shortened where thousands can be written as k. */
  private static final int LABEL_WIDTH = 5;

  private static final String THOUSANDS = "kMG";

  private static final int LONGEST_LABEL = 16;

  /** Room for a space and the axis itself. */
  private static final int EDGE = 2;

  /** Rows for all places of a scale that are in use, its ticks on rows. */
  static UprightAxis of(Scale scale, TextStyle style) {
    List<Double> ticks = thinned(scale.ticks());
    if (ticks.isEmpty()) {
      ticks = List.of(scale.axisMin(), scale.axisMax());
    }
    double first = ticks.getFirst();
    double last = ticks.getLast();
    double spacing = ticks.size() > 1 ? (last - first) / (ticks.size() - 1) : scale.step();
    int rowsPerTick = Math.clamp(WANTED_ROWS / ticks.size(), 1, MOST_ROWS_A_TICK);
    double perRow = spacing > 0 ? spacing / rowsPerTick : 1;
    int above = rowsTo(scale.axisMax() - last, perRow);
    int below = rowsTo(first - scale.axisMin(), perRow);
    List<String> labels = new ArrayList<>();
    for (int row = -above; row <= (ticks.size() - 1) * rowsPerTick + below; row++) {
      int tick = ticks.size() - 1 - Math.floorDiv(row, rowsPerTick);
      boolean isTick = row >= 0 && row % rowsPerTick == 0 && tick >= 0;
      labels.add(isTick ? style.spell(shortened(scale.label(ticks.get(tick)))) : "");
    }
    return new UprightAxis(scale, last + above * perRow, perRow, labels);
  }

  private static int rowsTo(double distance, double perRow) {
    return Math.clamp((long) Math.ceil(distance / perRow - 1e-6), 0, MOST_TICKS);
  }

  private static List<Double> thinned(List<Double> ticks) {
    int every = Math.max(1, Math.ceilDiv(ticks.size(), MOST_TICKS));
    List<Double> kept = new ArrayList<>();
    for (int i = 0; i < ticks.size(); i += every) {
      kept.add(ticks.get(i));
    }
    return kept;
  }

  /** Thousands as {@code k}, or millions as {@code M}, where a number is long. */
  private static String shortened(String label) {
    String text = label;
    for (int i = 0; i < THOUSANDS.length() && text.length() > LABEL_WIDTH + Math.min(i, 1); i++) {
      String zeros = i == 0 ? "000" : "000" + THOUSANDS.charAt(i - 1);
      if (text.endsWith(zeros)) {
        text = text.substring(0, text.length() - zeros.length()) + THOUSANDS.charAt(i);
      }
    }
    return TextBlocks.whole(text, LONGEST_LABEL);
  }

  /** How many rows. */
  int rows() {
    return labels.size();
  }

  /** The row of a value; the outermost one for what lies outside. */
  int row(double value) {
    return Math.clamp(Math.round((top - scale.toAxis(value)) / perRow), 0, rows() - 1);
  }

  /** Room left of the drawing. */
  int margin() {
    return Math.max(LABEL_WIDTH, TextBlocks.longest(labels)) + EDGE;
  }

  /** What stands left of a row. */
  String edge(int row, boolean unicode) {
    String label = labels.get(row);
    String sign = unicode ? (label.isEmpty() ? " │" : " ┤") : " |";
    return TextBlocks.right(label, margin() - EDGE) + sign;
  }
}
