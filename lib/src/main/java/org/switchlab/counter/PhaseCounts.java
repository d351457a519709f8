package org.switchlab.counter;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was counted during one repetition of a phase, all processes of the subject together.
 *
 * @param repetition from 0
 * @param switches context switches made meanwhile, of the kind the subject makes
 * @param counts by event; an event the source cannot count is absent, never 0
 */
public record PhaseCounts(
    Phase phase, int repetition, long switches, Map<CounterEvent, SpaceCounts> counts) {

  /** Keeps an immutable copy. */
  public PhaseCounts {
    counts = Map.copyOf(counts);
  }

  /** How often {@code event} happened in {@code space}; absent if it was not counted. */
  public @Nullable Long count(CounterEvent event, Space space) {
    SpaceCounts spaces = counts.get(event);
    return spaces == null ? null : spaces.in(space);
  }
}
