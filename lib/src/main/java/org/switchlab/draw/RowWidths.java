package org.switchlab.draw;

/**
 * How a line of a label, a number and a bar is divided.
 *
 * @param stacked whether the label has a line of its own, since both do not fit one
 * @param label room for the label, or of the indent in its place
 * @param interval whether there is room for both ends of intervals
 * @param value room for the number
 * @param bar room for the bar; 0 if there is none
 */
record RowWidths(boolean stacked, int label, boolean interval, int value, int bar) {

  /** Between the parts. */
  static final int GAP = 2;

  /** Before a number that stands below its label. */
  private static final int INDENT = 4;

  /** Below this there is no use in a drawing. */
  private static final int LEAST_BAR = 10;

  /**
   * The best division.
   *
   * @param longest the longest label
   * @param interval the longest number with both ends of its interval
   * @param plusMinus the longest number with a ±
   * @param columns of the page
   */
  static RowWidths of(int longest, int interval, int plusMinus, int columns) {
    boolean stacked = longest + GAP + plusMinus > columns;
    int label = stacked ? INDENT : longest;
    int room = columns - label - GAP;
    boolean both = interval + GAP + LEAST_BAR <= room;
    int value = Math.min(both ? interval : plusMinus, room);
    int bar = room - value - GAP;
    return new RowWidths(stacked, label, both, value, bar < LEAST_BAR ? 0 : bar);
  }

  /** Where bars begin. */
  int barFrom() {
    return label + GAP + value + GAP;
  }
}
