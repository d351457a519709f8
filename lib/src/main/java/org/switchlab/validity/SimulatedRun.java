package org.switchlab.validity;

import java.util.List;
import org.switchlab.experiment.KernelSwitchCost;
import org.switchlab.experiment.SwitchCosts;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.SlotShares;
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
  private static final SlotShares SHARES = SlotShares.of(PLAN, MACHINE);
  private static final String WHEN = "2026-01-01T00:00:00Z";

  private SimulatedRun() {}

  /** One run of a scenario, and what it got right. */
  static RunScore score(Scenario scenario, long seed) {
    return score(scenario, observations(scenario, seed));
  }

  /** What is seen in one run of a scenario. */
  static List<Observation> observations(Scenario scenario, long seed) {
    return new Simulator(scenario, SHARES::of, seed)
        .observations(PLAN.settings(), scenario.passes());
  }

  /** What is got right of what was seen. */
  static RunScore score(Scenario scenario, List<Observation> seen) {
    ResultData begun = ResultData.begun(Source.MEASURED, WHEN, MACHINE, PLAN);
    SwitchCosts result = KernelSwitchCost.EXPERIMENT.conclude(begun, seen);
    return RunScore.of(result, new Truth(scenario), claims(scenario.costs()).holding());
  }

  /** What holds of costs where it measures. */
  static ClaimTruth claims(PlantedCosts costs) {
    return new ClaimTruth(costs, distinct("arrayBytes"), distinct("strideBytes"));
  }

  private static List<Long> distinct(String factor) {
    return PLAN.settings().stream()
        .map((Setting setting) -> setting.whole(factor))
        .filter(bytes -> bytes > 0)
        .distinct()
        .sorted()
        .toList();
  }
}
