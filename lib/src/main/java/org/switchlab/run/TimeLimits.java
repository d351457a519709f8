package org.switchlab.run;

import java.time.Duration;

/**
 * How long a runner may be silent before it counts as hung.
 *
 * <p>Generous: a limit that a slow machine reaches would lose good samples, and a hung runner on a
 * quick one can be interrupted by hand.
 *
 * @param hello from its start to its first line
 * @param prepare for mapping, touching and warming up
 * @param leastBatch for any batch, however short it should be
 * @param batchFactor how many times longer than announced a batch may last on top of that
 */
record TimeLimits(Duration hello, Duration prepare, Duration leastBatch, int batchFactor) {

  /** For batches on a CPU of their own. */
  static final TimeLimits MEASURING =
      new TimeLimits(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(10), 20);

  /** For pairs driven by hand, which may share a CPU with anything. */
  static final TimeLimits BY_HAND =
      new TimeLimits(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(60), 1_000);

  /** The limit for a batch of {@code rounds}, of which each took {@code roundNs} before. */
  Duration batch(long rounds, long roundNs) {
    return leastBatch.plus(
        Duration.ofNanos(roundNs).multipliedBy(rounds).multipliedBy(batchFactor));
  }
}
