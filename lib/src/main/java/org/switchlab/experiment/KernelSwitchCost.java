package org.switchlab.experiment;

import java.util.List;

/**
 * Fig. 3: the cost of a context switch between two processes, by array size and stride.
 *
 * <p>Varies the size of the array each process walks between two messages, and the stride of the
 * walk. Measures, per point, (t_switch / 2 − t_single) / N. Reads: how the cost rises towards L1d,
 * falls, and rises again where two arrays outgrow L2.
 */
public final class KernelSwitchCost {

  private static final Definition DEFINITION =
      new Definition(
          "kernel-switch",
          List.of("fig3"),
          "Kernel-level context switch by array size and stride",
          "Fig. 3",
          "Fig. 3: cost of a switch between two processes by array size and stride",
          List.of("CS-1", "CS-3", "CS-4", "CS-5", "CS-6", "CS-21"));

  static final Entry ENTRY = new Entry(DEFINITION, KernelSwitchCost::open);

  private KernelSwitchCost() {}

  /** Begins to set one up. */
  public static SwitchCostExperiment open() {
    return new SwitchCostExperiment(DEFINITION, "pipe-pair", true);
  }
}
