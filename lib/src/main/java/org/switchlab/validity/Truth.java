package org.switchlab.validity;

import org.switchlab.plan.Point;

/**
 * What the estimates of a simulated run should find.
 *
 * @param costs planted on the undisturbed machine
 * @param noise what disturbs it
 */
record Truth(PlantedCosts costs, Noise noise) {

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

  /**
   * All that happened in the time of the run included, in ns.
   *
   * @param met what the run met
   */
  double meanNs(Point point, Met met) {
    Tails tails = new Tails(noise.interruptions().tail());
    double indirectNs = indirectNs(point);
    double takenNs =
        noise.interruptions().takenShare() * (met.legNs() - met.messageNs() + indirectNs);
    return tails.meanNs(met.legNs(), Tails.Of.BOTH_LEGS)
        - tails.meanNs(met.messageNs(), Tails.Of.ONE)
        + tails.meanNs(indirectNs, Tails.Of.ONE)
        + takenNs;
  }
}
