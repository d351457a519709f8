package org.switchlab.validity;

import org.switchlab.plan.Point;

/**
 * What the estimates of a simulated run should find.
 *
 * @param costs planted on the undisturbed machine
 * @param noise what disturbs it
 * @param byRounds whether rounds were made up, so that interrupts take some of what is trimmed
 */
record Truth(PlantedCosts costs, Noise noise, boolean byRounds) {

  Truth(Scenario scenario) {
    this(scenario.costs(), scenario.noise(), scenario.byRounds());
  }

  /** The value that an interval should hold, in ns. */
  double ns(Quantity quantity, Point point) {
    return switch (quantity) {
      case TYPICAL -> directNs() + indirectNs(point);
      case DIRECT -> directNs();
      case INDIRECT -> indirectNs(point);
      case MEAN -> meanNs(point);
    };
  }

  /** Message and switch as they are while nobody slows the host more than it always is. */
  private double directNs() {
    double factor = noise.host().floorFactor();
    double messageNs = factor * Simulator.MESSAGE_NS;
    double legNs = messageNs + factor * PlantedCosts.DIRECT_NS;
    return typicalNs(legNs, Tails.Of.BOTH_LEGS) - typicalNs(messageNs, Tails.Of.ONE);
  }

  /** The own array fetched again. */
  private double indirectNs(Point point) {
    double walkNs = Simulator.walkNs(point);
    double betweenNs = walkNs + costs.indirectNs(point);
    return typicalNs(betweenNs, Tails.Of.ONE) - typicalNs(walkNs, Tails.Of.ONE);
  }

  private double typicalNs(double nominalNs, Tails.Of trimmed) {
    double interrupted = byRounds ? noise.interruptions().perSecond() * nominalNs / 1e9 : 0;
    return tails().typicalNs(nominalNs, trimmed, interrupted);
  }

  /** All that happens included, on average over states of the host, strangers and interrupts. */
  private double meanNs(Point point) {
    double factor = noise.host().meanFactor();
    double strangers = 1 + noise.interruptions().spoiledShare() * Simulator.STRANGER;
    double messageNs = factor * Simulator.MESSAGE_NS;
    double legNs = messageNs + factor * strangers * PlantedCosts.DIRECT_NS;
    double indirectNs = costs.indirectNs(point);
    double takenNs = noise.interruptions().takenShare() * (legNs - messageNs + indirectNs);
    return tails().meanNs(legNs, Tails.Of.BOTH_LEGS)
        - tails().meanNs(messageNs, Tails.Of.ONE)
        + tails().meanNs(indirectNs, Tails.Of.ONE)
        + takenNs;
  }

  private Tails tails() {
    return new Tails(noise.interruptions().tail());
  }
}
