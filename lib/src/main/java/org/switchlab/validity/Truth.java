package org.switchlab.validity;

import org.switchlab.plan.Point;

/**
 * What the estimates of a simulated run should find.
 *
 * @param costs planted on the undisturbed machine
 * @param noise what disturbs it
 */
record Truth(PlantedCosts costs, Noise noise) {

  /** Half of what a stranger adds at most. */
  private static final double SPOILED_BY = 0.5;

  /** Message and switch as they are while nobody slows the host more than it always is, in ns. */
  double directNs() {
    return noise.host().floorFactor() * PlantedCosts.DIRECT_NS;
  }

  /** The own array fetched again, in ns. */
  double indirectNs(Point point) {
    return costs.indirectNs(point);
  }

  /** Both, in ns. */
  double costNs(Point point) {
    return directNs() + indirectNs(point);
  }

  /** All that happens included, in ns. */
  double meanNs(Point point) {
    Tails tails = new Tails(noise.interruptions().tail());
    double factor = noise.host().meanFactor();
    double spoiled = 1 + noise.interruptions().spoiledShare() * SPOILED_BY;
    double messageNs = factor * Simulator.MESSAGE_NS;
    double legNs = messageNs + factor * spoiled * PlantedCosts.DIRECT_NS;
    double indirectNs = indirectNs(point);
    double takenNs = noise.interruptions().takenShare() * (legNs - messageNs + indirectNs);
    return tails.meanNs(legNs, Tails.Of.BOTH_LEGS)
        - tails.meanNs(messageNs, Tails.Of.ONE)
        + tails.meanNs(indirectNs, Tails.Of.ONE)
        + takenNs;
  }
}
