package org.switchlab.draw;

import java.util.Arrays;
import org.switchlab.figure.LogScale;
import org.switchlab.figure.Scale;

/**
 * Bars along one scale, in characters: from zero, or on a logarithmic scale from its lower end.
 *
 * @param scale of the values
 * @param width characters
 * @param base where bars begin
 */
record RowBar(Scale scale, int width, int base) {

  /** Bars along a scale. */
  static RowBar of(Scale scale, int width) {
    return new RowBar(
        scale, width, scale instanceof LogScale ? 0 : AxisText.column(scale, 0, width));
  }

  /** A bar to a value; where others may go to the other side, a line where it begins. */
  String draw(double value, char fill, TextStyle style) {
    char[] cells = empty();
    int at = AxisText.column(scale, value, width);
    if (base == 0) {
      Arrays.fill(cells, 0, at, fill);
    } else {
      Arrays.fill(cells, Math.min(at, base), Math.max(at, base) + 1, fill);
      cells[base] = style.unicode() ? '│' : '|';
    }
    return new String(cells);
  }

  /** A stretch between two values. */
  String stretch(double from, double to, TextStyle style) {
    char[] cells = empty();
    int left = AxisText.column(scale, from, width);
    int right = Math.max(left, AxisText.column(scale, to, width));
    Arrays.fill(cells, left, right + 1, style.unicode() ? '─' : '-');
    return new String(cells);
  }

  /** {@code bar} with a sign at a value. */
  String mark(String bar, double value, char sign) {
    char[] cells = TextBlocks.left(bar, width).toCharArray();
    cells[AxisText.column(scale, value, width)] = sign;
    return new String(cells);
  }

  /** {@code bar} with a sign at a value if nothing else is there. */
  String behind(String bar, double value, char sign) {
    int at = AxisText.column(scale, value, width);
    return TextBlocks.left(bar, width).charAt(at) == ' ' ? mark(bar, value, sign) : bar;
  }

  private char[] empty() {
    return " ".repeat(width).toCharArray();
  }
}
