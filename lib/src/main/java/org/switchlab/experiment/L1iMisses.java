package org.switchlab.experiment;

import java.util.List;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;

/**
 * Figs. 6 and 7: L1 instruction cache misses without and with switches, by array size.
 *
 * <p>Varies the array, which is data: what it does to instructions it does through a cache that
 * holds both. Reads: how many instruction lines a switch has to fetch again, at kernel level and at
 * user level.
 */
public final class L1iMisses {

  /** As data. */
  public static final Experiment<Counts> EXPERIMENT =
      CounterExperiments.of(
          "l1i-misses",
          "L1 instruction cache misses by array size",
          "Figs. 6, 7: L1i misses without and with switches, by array size",
          CountedFigure.of(6, CounterEvent.L1I_MISSES, Level.KERNEL, List.of(8L, 64L), "CS-11"),
          CountedFigure.of(7, CounterEvent.L1I_MISSES, Level.USER, List.of(8L), "CS-12")
              .comparedWith(Level.KERNEL));

  private L1iMisses() {}

  /** Begins to set one up, at kernel level. */
  public static CounterSetup open() {
    return CounterSetup.of(EXPERIMENT);
  }
}
