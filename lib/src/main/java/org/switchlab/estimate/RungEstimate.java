package org.switchlab.estimate;

import org.jspecify.annotations.Nullable;
import org.switchlab.plan.Rung;
import org.switchlab.sample.SwitchWork;

/**
 * What one rung of the ladder costs and executes.
 *
 * @param rung which one
 * @param cost its cost, as at any point without an array
 * @param work what a switch executes; absent if it could not be counted
 */
public record RungEstimate(Rung rung, PointEstimate cost, @Nullable SwitchWork work) {

  /** Time of a switch with the message that goes with it, in ns; absent if nothing was measured. */
  public @Nullable Double grossNs() {
    Double roundTripNs = cost.roundTripNs();
    return roundTripNs == null ? null : (Double) (roundTripNs / 2);
  }
}
