package org.switchlab.counter;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.switchlab.counter.CountingPair.Tally;
import org.switchlab.os.PerfCounter;
import org.switchlab.run.RunnerException;

/** All groups of one pair in turn, each around a batch that made the switches it should. */
final class CountedRepetition {

  /** Batches of one group, before the repetition is given up. */
  static final int ATTEMPTS = 5;

  private CountedRepetition() {}

  /**
   * What all groups counted; the batch is the first one's, the others made as many rounds. Empty if
   * the switches of a group never came out right.
   */
  static Optional<Tally> of(CountingPair pair, Phase phase)
      throws RunnerException, InterruptedException {
    Map<PerfCounter, Long> counts = new HashMap<>();
    Optional<Tally> first = Optional.empty();
    for (int group = 0; group < pair.groups(); group++) {
      Optional<Tally> tally = valid(pair, phase, group);
      if (tally.isEmpty()) {
        return tally;
      }
      counts.putAll(tally.get().counts());
      first = first.or(() -> tally);
    }
    return first.map(tally -> new Tally(tally.batch(), counts));
  }

  private static Optional<Tally> valid(CountingPair pair, Phase phase, int group)
      throws RunnerException, InterruptedException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Tally tally = pair.count(phase, group);
      if (tally.batch().denominatorHolds()) {
        return Optional.of(tally);
      }
    }
    return Optional.empty();
  }
}
