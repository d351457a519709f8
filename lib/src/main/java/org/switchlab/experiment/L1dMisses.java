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

  private static final List<CountedFigure> FIGURES =
      List.of(
          CountedFigure.of(
              8, CounterEvent.L1D_MISSES, Level.KERNEL, List.of(8L, 64L), "CS-7", "CS-13", "CS-14"),
          CountedFigure.of(
              9, CounterEvent.L1D_MISSES, Level.USER, List.of(8L, 64L), "CS-13", "CS-14"),
          CountedFigure.rates("a", List.of(CounterEvent.L1D_MISSES), "CS-7"));

  private static final Definition DEFINITION =
      new Definition(
          "l1d-misses",
          List.of("fig8", "fig9", "fig4a"),
          "L1 data cache misses by array size and stride",
          "Fig. 8",
          "Figs. 8, 9: L1d misses without and with switches, by array size and stride",
          List.of("CS-7", "CS-13", "CS-14"));

  static final Entry ENTRY =
      new Entry(DEFINITION, name -> new CounterExperiment(DEFINITION, FIGURES, name));

  private L1dMisses() {}

  /** Begins to set one up, at kernel level. */
  public static CounterExperiment open() {
    return new CounterExperiment(DEFINITION, FIGURES, DEFINITION.name());
  }
}
