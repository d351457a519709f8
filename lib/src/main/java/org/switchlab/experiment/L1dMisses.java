package org.switchlab.experiment;

import java.util.List;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;

/**
 * Figs. 8 and 9: L1 data cache misses without and with switches, by array size and stride.
 *
 * <p>Reads: where misses begin, once with one array and once with two, and how many more there are
 * when each element touched lies in another line. As {@code fig4a} the same per 1000 instructions.
 */
public final class L1dMisses {

  /** As data. */
  public static final Experiment<Counts> EXPERIMENT =
      CounterExperiments.of(
          "l1d-misses",
          "L1 data cache misses by array size and stride",
          "Figs. 8, 9: L1d misses without and with switches, by array size and stride",
          CountedFigure.of(
              8, CounterEvent.L1D_MISSES, Level.KERNEL, List.of(8L, 64L), "CS-7", "CS-13", "CS-14"),
          CountedFigure.of(
              9, CounterEvent.L1D_MISSES, Level.USER, List.of(8L, 64L), "CS-13", "CS-14"),
          CountedFigure.rates("a", List.of(CounterEvent.L1D_MISSES), "CS-7"));

  private L1dMisses() {}

  /** Begins to set one up, at kernel level. */
  public static CounterSetup open() {
    return CounterSetup.of(EXPERIMENT);
  }
}
