package org.switchlab.claim;

import org.switchlab.estimate.PassContrast;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/**
 * Arithmetic of intervals: the result holds whatever the operands may be. That is wider than their
 * level asks for, so that what it decides is decided.
 */
final class Intervals {

  /** One event in ten messages: what timer interrupts and the like add stays below. */
  private static final double SOME = 0.1;

  /** Confidence level of costs that are only shown. */
  private static final double SHOWN_LEVEL = 0.95;

  private Intervals() {}

  /** Whether there is more than a stray event now and then. */
  static Outcome some(Estimate count) {
    return Kleene.within(count, SOME, Double.POSITIVE_INFINITY);
  }

  /** Whether there is no more than a stray event now and then. */
  static Outcome none(Estimate count) {
    return Kleene.within(count, Double.NEGATIVE_INFINITY, SOME);
  }

  /** {@code a / b} of two counts, which are never negative. */
  static Estimate ratio(Estimate a, Estimate b) {
    return new Estimate(
        a.value() / b.value(), a.low() / b.high(), a.high() / Math.max(0, b.low()), a.level());
  }

  /** {@code a} times a positive {@code factor}. */
  static Estimate times(Estimate a, double factor) {
    return new Estimate(a.value() * factor, a.low() * factor, a.high() * factor, a.level());
  }

  /** For instance {@code 1.48 µs [1.45, 1.51]}, of a time in ns. */
  static String time(Estimate ns) {
    return Units.interval(ns.value(), ns.low(), ns.high());
  }

  /** A cost over passes with its own interval, whatever the level that a verdict was judged by. */
  static String cost(PassContrast cost) {
    return cost.interval(SHOWN_LEVEL)
        .map(Intervals::time)
        .orElseGet(() -> Units.duration(Margins.localNs(cost)) + " (no interval)");
  }

  /**
   * For instance {@code 12.4 [12.1, 12.9]}; the number alone where nothing varied or nothing tells.
   */
  static String show(Estimate count) {
    String value = Units.digits(count.value());
    return count.low() == count.high() || !Double.isFinite(count.low())
        ? value
        : "%s [%s, %s]".formatted(value, Units.digits(count.low()), Units.digits(count.high()));
  }
}
