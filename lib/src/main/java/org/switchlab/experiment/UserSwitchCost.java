package org.switchlab.experiment;

import java.util.List;
import org.switchlab.plan.Rungs;

/**
 * Fig. 5: the cost of a switch between two user-level threads, by array size and stride.
 *
 * <p>Varies what Fig. 3 varies, on a thread library as the paper had it. Reads: where the curve is
 * flat and where it rises, as in Fig. 3. The kernel-level switch is measured thinly in the same
 * run, so that their order (CS-2) does not hang on two runs' conditions.
 */
public final class UserSwitchCost {

  private static final Definition DEFINITION =
      new Definition(
          "user-switch",
          List.of("fig5"),
          "User-level context switch by array size and stride",
          "Fig. 5",
          "Fig. 5: cost of a switch between two user-level threads by array size and stride",
          List.of("CS-2", "CS-9", "CS-10"));

  static final Entry ENTRY = new Entry(DEFINITION, UserSwitchCost::open);

  private UserSwitchCost() {}

  /** Begins to set one up. */
  public static SwitchCostExperiment open() {
    return new SwitchCostExperiment(DEFINITION, Rungs.GTHREAD, true).beside("pipe-pair");
  }
}
