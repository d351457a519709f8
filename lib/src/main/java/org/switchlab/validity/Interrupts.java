package org.switchlab.validity;

import java.util.random.RandomGenerator;

/** Time that interrupts take from what runs. */
record Interrupts(Noise.Interruptions noise, RandomGenerator random) {

  /** Of Pareto's distribution; the variance exists, and little more. */
  private static final double PARETO = 2.2;

  /** What interrupts add to {@code rounds} steps of {@code stepNs} each, on average a step. */
  double addedNs(double stepNs, int rounds) {
    double expected = noise.perSecond() * stepNs * rounds / 1e9;
    double addedNs = 0;
    for (double arrival = waiting(); arrival < expected; arrival += waiting()) {
      addedNs += oneNs();
    }
    return addedNs / rounds;
  }

  private double waiting() {
    return -Math.log(1 - random.nextDouble());
  }

  private double oneNs() {
    double left = 1 - random.nextDouble();
    return noise.heavy()
        ? noise.interruptNs() * (PARETO - 1) / PARETO * Math.pow(left, -1 / PARETO)
        : -noise.interruptNs() * Math.log(left);
  }
}
