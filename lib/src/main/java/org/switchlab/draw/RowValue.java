package org.switchlab.draw;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.table.Estimate;

/**
 * One number of one row.
 *
 * @param row which row, from 0
 * @param series which of the figure's series or bars, from 0
 * @param estimate the number and its interval, whose ends are {@code NaN} if there is none; the
 *     number itself is {@code NaN} if there is only a range
 */
record RowValue(int row, int series, Estimate estimate) {

  /** A name for the legend, and whether it stands back behind the others. */
  record Source(String name, boolean back, List<Dot> dots) {}

  /** Whether rows stand one above the other. */
  static boolean isUpright(Figure figure) {
    return figure.y().scale() instanceof RowScale;
  }

  /** The axis that the rows are on. */
  static RowScale rows(Figure figure) {
    return figure.y().scale() instanceof RowScale scale ? scale : (RowScale) figure.x().scale();
  }

  /** The axis that the values are on. */
  static Axis values(Figure figure) {
    return isUpright(figure) ? figure.x() : figure.y();
  }

  /** The series and bars of a figure, in their order. */
  static List<Source> sources(Figure figure) {
    return figure.marks().stream()
        .flatMap(
            mark ->
                switch (mark) {
                  case Mark.Series s ->
                      Stream.of(new Source(s.name(), s.look().tint() == Look.GREY, s.dots()));
                  case Mark.Bars b -> Stream.of(new Source(b.name(), false, b.dots()));
                  default -> Stream.<Source>empty();
                })
        .toList();
  }

  /** Every number of a figure. */
  static List<RowValue> of(Figure figure) {
    boolean upright = isUpright(figure);
    List<Source> sources = sources(figure);
    return IntStream.range(0, sources.size())
        .boxed()
        .flatMap(i -> sources.get(i).dots().stream().map(dot -> of(dot, i, upright)))
        .filter(value -> value.isValue() || value.isRange())
        .toList();
  }

  private static RowValue of(Dot dot, int series, boolean upright) {
    double row = upright ? dot.y() : dot.x();
    double value = upright ? dot.x() : dot.y();
    return new RowValue(
        (int) Math.round(row), series, new Estimate(value, dot.low(), dot.high(), Double.NaN));
  }

  /** Whether there is a number. */
  boolean isValue() {
    return !Double.isNaN(estimate.value());
  }

  /** Whether there is a range without a number. */
  boolean isRange() {
    return !isValue() && !Double.isNaN(estimate.low()) && !Double.isNaN(estimate.high());
  }

  /** As people read it; {@code interval} if there is room for both ends. */
  String text(Axis axis, boolean interval, boolean signed) {
    if (isRange()) {
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
