package org.switchlab.procedure;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.switchlab.estimate.CostAnalysis;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.estimate.CostTable;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.Visits.Judge;
import org.switchlab.sample.Observation;
import org.switchlab.table.Estimate;
import org.switchlab.table.Rows;

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
    List<Rows> tables = new CostAnalysis().tables(plan, pilot, Map.of());
    return CostTable.read(plan, tables.get(0), tables.get(1)).stream()
        .collect(Collectors.toMap(CostEstimate::setting, this::passes));
  }

  private int passes(CostEstimate pilot) {
    @Nullable Estimate cost = pilot.switchCostNs();
    double wantedNs = cost == null ? 0 : plan.effort().precision() * Math.abs(cost.value());
    return TwoStage.passes(cost, pilot.passes().size(), wantedNs);
  }
}
