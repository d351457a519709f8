package org.switchlab.counter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.switchlab.run.Progress;
import org.switchlab.warning.Warning;

/**
 * Where counts come from: the processor (perf), the emulated machine, a recording.
 *
 * <p>Closing ends whatever it started; nothing is left running.
 */
public interface CounterSource extends AutoCloseable {

  /** {@code perf}, {@code emulated} or {@code recorded}, as on the command line. */
  String name();

  /** The events it can count. */
  Set<CounterEvent> events();

  /**
   * Counts every phase {@code repetitions} times, in the order given.
   *
   * @param seed of whatever the source chooses at random
   * @param sink is given each repetition as it is counted; those handed over are good
   * @throws CounterException if the source cannot count here, saying why and what would mend it; or
   *     if the thread was interrupted, which it stays
   */
  void count(
      List<Phase> phases,
      int repetitions,
      long seed,
      Progress.Listener progress,
      Consumer<PhaseCounts> sink);

  /** The same, answered at the end. */
  default List<PhaseCounts> count(
      List<Phase> phases, int repetitions, long seed, Progress.Listener progress) {
    List<PhaseCounts> counts = new ArrayList<>();
    count(phases, repetitions, seed, progress, counts::add);
    return counts;
  }

  /** Doubts about what was counted so far, each with a remedy. */
  List<Warning> warnings();

  /** Nothing to end where nothing outlives {@link #count}. */
  @Override
  default void close() {}
}
