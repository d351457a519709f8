package org.switchlab.experiment;

import java.util.List;
import org.switchlab.counter.CounterEvent;

/**
 * Fig. 4: L1d and dTLB misses per 1000 instructions without and with switches, stride 8 B.
 *
 * <p>Reads: whether the two peaks of the cost (Fig. 3) stand where a miss rate with switches
 * exceeds the one without.
 */
public final class MissRates {

  /** As data. */
  public static final Experiment<Counts> EXPERIMENT =
      CounterExperiments.of(
          "miss-rates",
          "L1d and dTLB misses per 1000 instructions by array size, stride 8 B",
          "Fig. 4: L1d and dTLB misses per 1000 instructions, stride 8 B",
          CountedFigure.rates(
              "", List.of(CounterEvent.L1D_MISSES, CounterEvent.DTLB_MISSES), "CS-7", "CS-8"));

  private MissRates() {}

  /** Begins to set one up. */
  public static CounterSetup open() {
    return CounterSetup.of(EXPERIMENT);
  }
}
