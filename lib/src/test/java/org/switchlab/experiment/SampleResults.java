package org.switchlab.experiment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.estimate.CostTable;
import org.switchlab.estimate.Stop;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.result.ResultData;
import org.switchlab.sample.Source;
import org.switchlab.table.Estimate;
import org.switchlab.table.Rows;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** Small results made by hand, for tests of those who read them. */
public final class SampleResults {

  private SampleResults() {}

  /** Two settings of Fig. 3, of which {@code known} have an estimate, and a doubt. */
  public static SwitchCosts small(int known) {
    Plan plan =
        KernelSwitchCost.EXPERIMENT
            .setup()
            .sizesBytes(1024)
            .stridesBytes(0, 64)
            .seed(1)
            .plan(Machine.published());
    List<Setting> settings = plan.settings();
    List<CostEstimate> estimates =
        List.of(cost(settings.get(0), 1000.0), cost(settings.get(1), known > 1 ? 1100.0 : null));
    ResultData data =
        data(plan, CostTable.of(plan, estimates), CostTable.passes(plan, estimates))
            .withWarnings(List.of(Warning.of(WarningCode.NO_FIFO, "not granted")));
    return KernelSwitchCost.EXPERIMENT.make(data);
  }

  /** A ladder of rungs with these costs, in ns, a tenth either way. */
  public static Ladder ladder(Map<String, Double> costsNs) {
    Plan plan =
        SwitchLadder.EXPERIMENT
            .setup()
            .set("rungs", costsNs.keySet().toArray())
            .seed(1)
            .plan(Machine.published());
    List<CostEstimate> estimates =
        plan.settings().stream().map(s -> cost(s, costsNs.get(s.text("rung")))).toList();
    return SwitchLadder.EXPERIMENT.make(
        data(plan, CostTable.of(plan, estimates), CostTable.passes(plan, estimates)));
  }

  private static ResultData data(Plan plan, Rows... tables) {
    return ResultData.begun(Source.MEASURED, "2026-01-01T00:00:00Z", Machine.published(), plan)
        .with(Source.MEASURED, List.of(), List.of(tables));
  }

  private static CostEstimate cost(Setting setting, @Nullable Double ns) {
    double aside = ns == null ? 0 : Math.abs(ns) / 100;
    Estimate cost = ns == null ? null : new Estimate(ns, ns - aside, ns + aside, 0.95);
    return new CostEstimate(
        setting, cost, cost, null, null, null, null, List.of(), 1, 0, 2, 2, Stop.BUDGET);
  }
}
