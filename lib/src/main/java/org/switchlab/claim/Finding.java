package org.switchlab.claim;

import org.switchlab.table.Estimate;
import org.switchlab.table.Unit;

/**
 * One thing that a verdict rests on: a difference that was measured, and what it was held against.
 *
 * <p>The difference is formed so that a larger one speaks for the claim. Without a margin it must
 * surely be above the threshold; with one it must surely lie within the margin around it, and then
 * neither more nor less speaks for the claim.
 *
 * @param what in a few words: {@code the cost falls from 32 KiB to 64 KiB}
 * @param contrast the difference with its interval, at the level that it was judged by, in {@code
 *     unit}
 * @param threshold what the difference is held against, in {@code unit}
 * @param margin how far from the threshold still counts as equal, in {@code unit}; 0 where "above"
 *     was asked
 * @param unit of all three numbers
 * @param outcome how this part alone fares
 */
public record Finding(
    String what, Estimate contrast, double threshold, double margin, Unit unit, Outcome outcome) {

  /** Whether equality within a margin was asked, not which of two is more. */
  public boolean isEquivalence() {
    return margin > 0;
  }
}
