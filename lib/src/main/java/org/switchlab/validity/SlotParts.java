package org.switchlab.validity;

/**
 * What the parts of a slot typically take, noise of the slot included: what its rounds scatter
 * about.
 *
 * @param messageNs message alone, in ns
 * @param legNs message with its switch, in ns
 * @param walkAloneNs walk that no switch comes between, in ns
 * @param walkBetweenNs walk between two switches, in ns
 */
record SlotParts(double messageNs, double legNs, double walkAloneNs, double walkBetweenNs) {

  /** Share of a slot's time for each flow. */
  private static final double FLOWS = 3;

  private static final long FEWEST_ROUNDS = 10;

  /** Round trips that a slot of this length has time for. */
  int rounds(double slotNs) {
    return (int) Math.max(FEWEST_ROUNDS, slotNs / FLOWS / (2 * (legNs + walkBetweenNs)));
  }
}
