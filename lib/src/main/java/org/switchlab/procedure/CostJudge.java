package org.switchlab.procedure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.switchlab.estimate.CostAnalysis;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.Visits.Judge;
import org.switchlab.sample.Observation;
import org.switchlab.table.Estimate;

/**
 * Is content with a cost whose interval is narrow.
 *
 * @param plan what is measured
 */
public record CostJudge(Plan plan) implements Judge {

  /** Of what a task measures. */
  public static CostJudge of(Task task) {
    return new CostJudge(task.plan());
  }

  @Override
  public Set<Setting> content(List<Observation> observations, List<Setting> due) {
    return CostAnalysis.estimates(plan, observations, Map.of()).stream()
        .filter(estimate -> due.contains(estimate.setting()) && isPrecise(estimate))
        .map(CostEstimate::setting)
        .collect(Collectors.toSet());
  }

  private boolean isPrecise(CostEstimate now) {
    Estimate cost = now.switchCostNs();
    return cost != null && cost.relativeHalfWidth() <= plan.effort().precision();
  }
}
