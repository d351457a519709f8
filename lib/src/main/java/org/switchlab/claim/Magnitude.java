package org.switchlab.claim;

import org.switchlab.table.Estimate;

/** What "none" and "some" mean of counts that an interrupt now and then keeps from being zero. */
final class Magnitude {

  /** One event in ten messages: what timer interrupts and the like add stays below. */
  static final double SOME = 0.1;

  private Magnitude() {}

  /** Whether there is more than a stray event now and then. */
  static Outcome some(Estimate count) {
    return Kleene.within(count, SOME, Double.POSITIVE_INFINITY);
  }

  /** Whether there is no more than a stray event now and then. */
  static Outcome none(Estimate count) {
    return Kleene.within(count, Double.NEGATIVE_INFINITY, SOME);
  }
}
