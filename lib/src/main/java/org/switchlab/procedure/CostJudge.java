package org.switchlab.procedure;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.switchlab.estimate.CostAnalysis;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.Visits.Judge;
import org.switchlab.sample.Observation;
import org.switchlab.table.Estimate;

/**
 * How many passes a cost needs for the precision that a plan asks for.
 *
 * @param plan what is measured
 */
public record CostJudge(Plan plan) implements Judge {

  /** Of a task. */
  public static CostJudge of(Task task) {
    return new CostJudge(task.plan());
  }

  @Override
  public Map<Setting, Integer> passes(List<Observation> pilot) {
    return CostAnalysis.estimates(plan, pilot, Map.of()).stream()
        .collect(Collectors.toMap(CostEstimate::setting, this::passes));
  }

  private int passes(CostEstimate pilot) {
    @Nullable Estimate cost = pilot.switchCostNs();
    double wantedNs = cost == null ? 0 : plan.effort().precision() * Math.abs(cost.value());
    return TwoStage.passes(cost, pilot.passes().size(), wantedNs);
  }
}
