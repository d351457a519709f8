package org.switchlab.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.switchlab.machine.FloorHistory;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Observation;
import org.switchlab.sample.ProcessSample;
import org.switchlab.table.Rows;
import org.switchlab.warning.Warning;

/** What couples of batches say of the cost of a switch at each setting. */
public class CostAnalysis implements Analysis {

  @Override
  public List<Rows> tables(Plan plan, List<Observation> observations, Map<Setting, Stop> stops) {
    List<CostEstimate> estimates = estimates(plan, ProcessSample.of(observations), stops);
    return List.of(CostTable.of(plan, estimates), CostTable.passes(plan, estimates));
  }

  /** One estimate a setting of the plan, in its order. */
  public static List<CostEstimate> estimates(
      Plan plan, List<ProcessSample> samples, Map<Setting, Stop> stops) {
    var estimator = new CostEstimator(plan);
    Map<Setting, List<ProcessSample>> bySetting =
        samples.stream().collect(Collectors.groupingBy(ProcessSample::setting));
    return plan.settings().parallelStream()
        .map(
            setting ->
                estimator.estimate(
                    setting,
                    bySetting.getOrDefault(setting, List.of()),
                    stops.getOrDefault(setting, Stop.INTERRUPTED)))
        .toList();
  }

  /** Doubts of the estimates; also remembers how quiet this machine was, for later runs. */
  @Override
  public List<Warning> doubts(
      Plan plan, Machine machine, List<Observation> observations, List<Rows> tables) {
    FloorHistory history = FloorHistory.ofUser();
    OptionalDouble knownFloorNs = history.lowestNs(machine.identity());
    OptionalDouble floorNs = ReferenceFloor.floorOf(ProcessSample.of(observations));
    List<Warning> doubts = new ArrayList<>();
    if (floorNs.isPresent()) {
      history.add(machine.identity(), floorNs.getAsDouble());
      doubts.addAll(CostDoubts.ofFloor(new ReferenceFloor(floorNs.getAsDouble()), knownFloorNs));
    }
    doubts.addAll(CostDoubts.of(CostTable.read(plan, tables.get(0), tables.get(1))));
    return doubts;
  }
}
