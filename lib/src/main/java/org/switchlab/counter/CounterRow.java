package org.switchlab.counter;

import org.jspecify.annotations.Nullable;

/**
 * One row of a counter figure's table.
 *
 * @param arrayBytes size of each side's array, in bytes; 0 where none is walked
 * @param strideBytes stride of the walk, in bytes; 0 where none is walked
 * @param variant {@code single} or {@code switch}
 * @param level who switches
 * @param space where the event was counted
 * @param event what was counted
 * @param count how often it happened; single and switch do the same work, so counts compare
 * @param instructions instructions of the same space meanwhile; absent if they were not counted
 * @param perThousandInstructions events per 1000 of those instructions; absent without them
 * @param switches switches made meanwhile
 */
public record CounterRow(
    long arrayBytes,
    long strideBytes,
    String variant,
    Level level,
    Space space,
    CounterEvent event,
    long count,
    @Nullable Long instructions,
    @Nullable Double perThousandInstructions,
    long switches) {

  /** The row of one count; the ratio follows from it. */
  static CounterRow of(
      Phase phase,
      Space space,
      CounterEvent event,
      long count,
      @Nullable Long instructions,
      long switches) {
    Double ratio =
        instructions == null || instructions == 0
            ? null
            : Double.valueOf(1e3 * count / instructions);
    return new CounterRow(
        phase.point().arrayBytes(),
        phase.point().strideBytes(),
        phase.variant().word(),
        Level.ofSubject(phase.point().subject()),
        space,
        event,
        count,
        instructions,
        ratio,
        switches);
  }
}
