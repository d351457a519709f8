package org.switchlab.validity;

import java.util.random.RandomGenerator;

/** The host's state as it goes on from slot to slot: what one visit sees, the next sees too. */
final class HostStates {

  private final Noise.Host host;
  private final RandomGenerator random;
  private double messageFactor;
  private double legFactor;

  HostStates(Noise.Host host, RandomGenerator random) {
    this.host = host;
    this.random = random;
    next();
  }

  private void next() {
    if (random.nextDouble() < host.quietShare()) {
      messageFactor = 1;
      legFactor = 1;
    } else {
      messageFactor = host.slow().get(random.nextInt(host.slow().size()));
      legFactor = messageFactor * (1 + host.legShare() * random.nextGaussian());
    }
  }

  /** After a slot: mostly it stays. */
  void goOn() {
    if (random.nextDouble() < 1 / host.stateSlots()) {
      next();
    }
  }

  /** How many times as long as on the quiet host a message without a switch takes. */
  double messageFactor() {
    return messageFactor;
  }

  /** The same of a message with a switch. */
  double legFactor() {
    return legFactor;
  }
}
