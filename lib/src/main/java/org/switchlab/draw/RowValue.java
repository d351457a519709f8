package org.switchlab.draw;

import java.util.List;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Dot;
import org.switchlab.table.Estimate;

/**
 * One number of one row.
 *
 * @param row which row, from 0
 * @param source whose number it is
 * @param estimate the number and its interval, whose ends are {@code NaN} if there is none; the
 *     number itself is {@code NaN} if there is only a range
 */
record RowValue(int row, RowSource source, Estimate estimate) {

  /**
   * Every number there is.
   *
   * @param upright whether rows stand one above the other, so that numbers are along
   */
  static List<RowValue> of(List<RowSource> sources, boolean upright) {
    return sources.stream()
        .flatMap(source -> source.dots().stream().map(dot -> of(dot, source, upright)))
        .filter(value -> value.isValue() || value.hasInterval())
        .toList();
  }

  private static RowValue of(Dot dot, RowSource source, boolean upright) {
    double row = upright ? dot.y() : dot.x();
    double value = upright ? dot.x() : dot.y();
    return new RowValue(
        (int) Math.round(row), source, new Estimate(value, dot.low(), dot.high(), Double.NaN));
  }

  /** Whether there is a number, not only a range. */
  boolean isValue() {
    return !Double.isNaN(estimate.value());
  }

  /** Whether both ends of an interval or range are known. */
  boolean hasInterval() {
    return !Double.isNaN(estimate.low()) && !Double.isNaN(estimate.high());
  }

  /**
   * As people read it.
   *
   * @param interval whether there is room for both ends
   * @param signed whether a plus stands before what is above zero
   */
  String text(Axis axis, boolean interval, boolean signed) {
    if (!isValue()) {
      Reading reading = AxisText.reading(axis, estimate.high());
      return "%s to %s"
          .formatted(reading.number(estimate.low()), reading.withSign(estimate.high()));
    }
    Reading reading = AxisText.reading(axis, estimate.value());
    String text =
        interval ? reading.intervalWithSign(estimate) : reading.plusMinusWithSign(estimate);
    return signed && estimate.value() > 0 ? "+" + text : text;
  }
}
