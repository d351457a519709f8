package org.switchlab.claim;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.switchlab.counter.CountObservations;
import org.switchlab.counter.CountedMachine;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;
import org.switchlab.counter.Space;
import org.switchlab.estimate.CurveTable;
import org.switchlab.estimate.EventCurves;
import org.switchlab.estimate.SpreadTables;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;

/**
 * What counts have to say about claims, and the geometry they are read against.
 *
 * @param curves their curves over array size, as {@link CurveTable} makes them
 * @param variation how repetitions vary by level, as {@link SpreadTables} says; absent if that was
 *     not asked
 * @param machine the caches and TLB of the machine that was counted
 * @param source where the counts come from: {@code measured}, {@code emulated}, {@code recorded}
 */
public record CounterEvidence(
    Rows curves, @Nullable Rows variation, CountedMachine machine, String source) {

  /** The curves of one event. */
  EventCurves curves(CounterEvent event) {
    return EventCurves.of(curves, event);
  }

  /** Both flows of {@code event} at each stride counted at {@code level}, by rising stride. */
  List<Contrast> contrasts(Level level, CounterEvent event) {
    EventCurves ofEvent = curves(event);
    return ofEvent.stridesBytes(level).stream()
        .map(stride -> Contrast.of(ofEvent, level, stride))
        .filter(contrast -> !contrast.isEmpty())
        .toList();
  }

  /** Whether the kernel's part of {@code event} is in its counts. */
  boolean countsKernel(CounterEvent event) {
    return curves(event).space() == Space.ALL;
  }

  /** How far counts at {@code level} vary; empty if they were repeated too seldom to tell. */
  Optional<Estimate> variation(Level level) {
    return Optional.ofNullable(variation)
        .flatMap(rows -> rows.where(CountObservations.LEVEL, level.word()).first())
        .map((Row row) -> row.estimate(Column.ESTIMATE_NAME));
  }
}
