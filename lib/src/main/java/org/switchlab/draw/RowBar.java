package org.switchlab.draw;

import java.util.Arrays;
import java.util.List;
import org.switchlab.figure.LogScale;
import org.switchlab.figure.Scale;

/**
 * Bars along one scale, in characters: from zero, or on a logarithmic scale from its lower end.
 *
 * @param scale of the values
 * @param width characters
 * @param base where bars begin
 * @param signed whether there are values on both sides of the base
 */
record RowBar(Scale scale, int width, int base, boolean signed) {

  /** Bars for {@code values}. */
  static RowBar of(Scale scale, int width, List<Double> values) {
    int base = scale instanceof LogScale ? 0 : AxisText.column(scale, 0, width);
    boolean signed = !(scale instanceof LogScale) && values.stream().anyMatch(value -> value < 0);
    return new RowBar(scale, width, base, signed);
  }

  /** A bar to a value; where it begins, a line if others go the other way. */
  String draw(double value, char fill, TextStyle style) {
    char[] cells = empty();
    int at = AxisText.column(scale, value, width);
    if (signed) {
      Arrays.fill(cells, Math.min(at, base), Math.max(at, base) + 1, fill);
      cells[base] = style.unicode() ? '│' : '|';
    } else {
      Arrays.fill(cells, base, Math.max(at, base), fill);
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

  private char[] empty() {
    return " ".repeat(width).toCharArray();
  }
}
