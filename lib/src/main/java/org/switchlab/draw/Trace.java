package org.switchlab.draw;

import java.util.ArrayList;
import java.util.List;

/**
 * Points of an XChart series, in places of the axes, with gaps: along the axis beside which marks
 * stand, and across on that of their values.
 *
 * <p>XChart leaves a point out if it has no place upward, but writes the word NaN into an SVG for
 * one that has none along the x axis, and browsers then draw strokes from anywhere. So a gap here
 * is a point without a place upward alone, and nothing infinite is let through.
 */
final class Trace {

  private final boolean lying;
  private final List<Double> x = new ArrayList<>();
  private final List<Double> y = new ArrayList<>();

  /**
   * No point yet.
   *
   * @param lying whether values lie along the x axis, so that "along" is upward
   */
  Trace(boolean lying) {
    this.lying = lying;
  }

  /** A point; a gap if it has no place on both axes. */
  Trace to(double along, double across) {
    double right = lying ? across : along;
    boolean there = Double.isFinite(along) && Double.isFinite(across);
    x.add(Double.isFinite(right) ? right : 0);
    y.add(!there ? Double.NaN : lying ? along : across);
    return this;
  }

  /** What comes is not joined to what was. */
  Trace gap() {
    return to(Double.NaN, Double.NaN);
  }

  /** A stroke of its own. */
  Trace stroke(double fromAlong, double fromAcross, double toAlong, double toAcross) {
    return to(fromAlong, fromAcross).to(toAlong, toAcross).gap();
  }

  /** A rectangle of its own. */
  Trace box(double from, double to, double low, double high) {
    return to(from, low).to(to, low).to(to, high).to(from, high).to(from, low).gap();
  }

  /** Whether it has no point at all. */
  boolean isEmpty() {
    return y.stream().allMatch(place -> place.isNaN());
  }

  double[] x() {
    return x.stream().mapToDouble(place -> place).toArray();
  }

  double[] y() {
    return y.stream().mapToDouble(place -> place).toArray();
  }
}
