package org.switchlab.procedure;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.estimate.CostEstimator;
import org.switchlab.estimate.ReferenceFloor;
import org.switchlab.estimate.Stop;
import org.switchlab.machine.FloorHistory;
import org.switchlab.plan.Effort;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.Visits.Judge;
import org.switchlab.sample.Observation;
import org.switchlab.sample.ProcessSample;
import org.switchlab.table.Estimate;

/**
 * Is content with a cost whose interval is narrow and rests on enough quiet couples, on a machine
 * that stands at its known floor: else it is worth waiting.
 *
 * @param plan what is measured
 * @param knownFloorNs lowest reference floor this machine has shown before, in ns
 */
public record CostJudge(Plan plan, OptionalDouble knownFloorNs) implements Judge {

  /** With what the history knows of this machine. */
  public static CostJudge of(Task task) {
    return new CostJudge(task.plan(), FloorHistory.ofUser().lowestNs(task.machine().identity()));
  }

  @Override
  public Set<Setting> content(List<Observation> observations, List<Setting> due) {
    List<ProcessSample> samples = ProcessSample.of(observations);
    OptionalDouble floorNs = ReferenceFloor.floorOf(samples);
    var floor = new ReferenceFloor(floorNs.orElse(0));
    if (floorNs.isEmpty() || !floor.isAtKnown(knownFloorNs)) {
      return Set.of();
    }
    var estimator = new CostEstimator(plan);
    var bySetting = samples.stream().collect(Collectors.groupingBy(ProcessSample::setting));
    return due.parallelStream()
        .filter(
            setting ->
                isPrecise(
                    estimator.estimate(
                        setting, bySetting.getOrDefault(setting, List.of()), Stop.BUDGET)))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private boolean isPrecise(CostEstimate now) {
    Effort effort = plan.effort();
    Estimate cost = now.switchCostNs();
    return cost != null && cost.relativeHalfWidth() <= effort.precision();
  }
}
