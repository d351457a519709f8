package org.switchlab.validity;

import java.util.List;
import org.switchlab.experiment.KernelSwitchCost;
import org.switchlab.experiment.SwitchCosts;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.result.ResultData;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Source;

/**
 * A run of Fig. 3 on the paper's machine, made up slot by slot; from there on all is as in a run:
 * estimates, claims, verdicts.
 */
final class SimulatedRun {

  private static final Machine MACHINE = Machine.published();
  private static final Plan PLAN = KernelSwitchCost.EXPERIMENT.setup().seed(1).plan(MACHINE);
  private static final String WHEN = "2026-01-01T00:00:00Z";

  private SimulatedRun() {}

  /** Where it measures. */
  static List<Setting> settings() {
    return PLAN.settings();
  }

  /** What it finds. */
  static SwitchCosts result(Simulator simulator, int passes) {
    List<Observation> seen = simulator.observations(PLAN.settings(), passes);
    ResultData begun = ResultData.begun(Source.MEASURED, WHEN, MACHINE, PLAN);
    return KernelSwitchCost.EXPERIMENT.conclude(begun, seen);
  }
}
