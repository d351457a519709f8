package org.switchlab.experiment;

import java.util.List;

/**
 * The direct cost: two processes pass a byte and touch no array.
 *
 * <p>Varies nothing but the process. Measures (t_switch / 2 − t_single) / N with stride 0: saving
 * and restoring state, scheduling, kernel code, and no cache refill of the program's own.
 */
public final class DirectCost {

  private static final Definition DEFINITION =
      new Definition(
          "direct-cost",
          List.of("stride0"),
          "Direct cost of a kernel-level context switch",
          "Fig. 3",
          "cost of a switch between two processes that touch no array",
          List.of("CS-1", "CS-21"));

  static final Entry ENTRY = new Entry(DEFINITION, DirectCost::open);

  private DirectCost() {}

  /** Begins to set one up. */
  public static SwitchCostExperiment open() {
    return new SwitchCostExperiment(DEFINITION, "pipe-pair", false);
  }
}
