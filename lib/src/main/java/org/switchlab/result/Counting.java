package org.switchlab.result;

import java.util.List;
import org.switchlab.counter.CountedMachine;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;
import org.switchlab.estimate.CountUnit;

/**
 * What was counted, by what, and how it is shown.
 *
 * @param counter the source of the counts: {@code perf}, {@code emulated} or {@code recorded}
 * @param machine the machine that was counted, which may be a model
 * @param events what the figure shows
 * @param level whose curves are drawn; others may have been counted to compare with
 * @param unit what a count is divided by
 * @param spread whether the figure is how repetitions differ, not what they have in common
 */
public record Counting(
    String counter,
    CountedMachine machine,
    List<CounterEvent> events,
    Level level,
    CountUnit unit,
    boolean spread) {

  /** Keeps an immutable copy and refuses a figure of nothing. */
  public Counting {
    events = List.copyOf(events);
    if (events.isEmpty()) {
      throw new IllegalArgumentException("a counter figure shows no event: name at least one");
    }
  }
}
