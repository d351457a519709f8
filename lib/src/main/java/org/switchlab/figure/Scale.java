package org.switchlab.figure;

import java.util.List;

/**
 * How values become places along an axis. Places grow to the right and upward; ticks are one step
 * apart, so that every way of drawing can use them.
 */
public sealed interface Scale permits LinearScale, SizeScale, LogScale, SymlogScale, RowScale {

  /** Where a value stands. */
  double toAxis(double value);

  /** The value at a place: the inverse of {@link #toAxis}. */
  double toValue(double place);

  /** The lowest place in use. */
  double axisMin();

  /** The highest place in use. */
  double axisMax();

  /** Distance of two ticks, in places. */
  double step();

  /** Places of the ticks, from the lowest up. */
  List<Double> ticks();

  /** What a tick at a place says. */
  String label(double place);
}
