package org.switchlab.claim;

import java.util.List;
import org.switchlab.counter.CountedMachine;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;
import org.switchlab.counter.PhaseCounts;
import org.switchlab.counter.Space;
import org.switchlab.estimate.CountCurves;

/**
 * What counts have to say about claims, and the geometry they are read against.
 *
 * @param counts every repetition of every phase, in any order
 * @param machine the caches and TLB of the machine that was counted
 * @param source where the counts come from: {@code measured}, {@code emulated}, {@code recorded}
 * @param seed of the intervals' resampling
 */
public record CounterEvidence(
    List<PhaseCounts> counts, CountedMachine machine, String source, long seed) {

  /** Keeps an immutable copy. */
  public CounterEvidence {
    counts = List.copyOf(counts);
  }

  /** The curves of one event. */
  CountCurves curves(CounterEvent event) {
    return CountCurves.of(counts, event, seed);
  }

  /** Both flows of {@code event} at each stride counted at {@code level}, by rising stride. */
  List<Contrast> contrasts(Level level, CounterEvent event) {
    CountCurves curves = curves(event);
    return curves.stridesBytes(level).stream()
        .map(stride -> Contrast.of(curves, level, stride, event))
        .filter(contrast -> !contrast.isEmpty())
        .toList();
  }

  /** Whether the kernel's part of {@code event} is in its counts. */
  boolean countsKernel(CounterEvent event) {
    return curves(event).space() == Space.ALL;
  }
}
