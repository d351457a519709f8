package org.switchlab.draw;

import java.util.ArrayList;
import java.util.List;

/**
 * Points of an XChart series, in places of the axes, with gaps.
 *
 * <p>XChart leaves a point out if it has no place upward, but writes the word NaN into an SVG for
 * one that has none along, and browsers then draw strokes from anywhere. So a gap here is a point
 * without a place upward alone, and nothing infinite is let through.
 */
final class Trace {

  private final List<Double> x = new ArrayList<>();
  private final List<Double> y = new ArrayList<>();
  private boolean empty = true;

  /** A point; a gap if it has no place on both axes. */
  Trace to(double along, double upward) {
    boolean there = Double.isFinite(along) && Double.isFinite(upward);
    x.add(Double.isFinite(along) ? along : 0);
    y.add(there ? upward : Double.NaN);
    empty &= !there;
    return this;
  }

  /** What comes is not joined to what was. */
  Trace gap() {
    return to(0, Double.NaN);
  }

  /** A stroke of its own. */
  Trace stroke(double fromX, double fromY, double toX, double toY) {
    return to(fromX, fromY).to(toX, toY).gap();
  }

  /** A rectangle of its own. */
  Trace box(double left, double right, double low, double high) {
    return to(left, low).to(right, low).to(right, high).to(left, high).to(left, low).gap();
  }

  /** Whether it has no point at all. */
  boolean isEmpty() {
    return empty;
  }

  double[] x() {
    return x.stream().mapToDouble(place -> place).toArray();
  }

  double[] y() {
    return y.stream().mapToDouble(place -> place).toArray();
  }
}
