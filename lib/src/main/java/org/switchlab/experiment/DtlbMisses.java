package org.switchlab.experiment;

import java.util.List;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;

/**
 * Figs. 10 and 11: data TLB misses without and with switches, by array size and stride.
 *
 * <p>Reads: what it costs in translations that two processes have an address space each, where two
 * threads share one. As {@code fig4b} the same per 1000 instructions.
 */
public final class DtlbMisses {

  /** As data. */
  public static final Experiment<Counts> EXPERIMENT =
      CounterExperiments.of(
          "dtlb-misses",
          "Data TLB misses by array size and stride",
          "Figs. 10, 11: dTLB misses without and with switches, by array size and stride",
          CountedFigure.of(
              10, CounterEvent.DTLB_MISSES, Level.KERNEL, List.of(8L, 64L, 256L), "CS-8", "CS-15"),
          CountedFigure.of(11, CounterEvent.DTLB_MISSES, Level.USER, List.of(8L, 64L), "CS-16"),
          CountedFigure.rates("b", List.of(CounterEvent.DTLB_MISSES), "CS-8"));

  private DtlbMisses() {}

  /** Begins to set one up, at kernel level. */
  public static CounterSetup open() {
    return CounterSetup.of(EXPERIMENT);
  }
}
