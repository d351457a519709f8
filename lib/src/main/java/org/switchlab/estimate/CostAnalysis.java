package org.switchlab.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Observation;
import org.switchlab.sample.ProcessSample;
import org.switchlab.sample.SlotVisit;
import org.switchlab.table.Rows;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/**
 * What the cost of a switch is at each setting, from slots of stamped rounds or, where there are
 * none, from couples of batches.
 */
public class CostAnalysis implements Analysis {

  @Override
  public List<Rows> tables(Plan plan, List<Observation> observations, Map<Setting, Stop> stops) {
    List<CostEstimate> estimates = estimates(plan, observations, stops);
    List<Rows> tables = new ArrayList<>();
    tables.add(CostTable.of(plan, estimates));
    tables.add(CostTable.passes(plan, estimates));
    List<SlotVisit> visits = SlotVisit.of(observations);
    if (!visits.isEmpty()) {
      tables.add(StateTable.of(plan, visits, MessageFloor.of(visits)));
    }
    return tables;
  }

  /** One estimate a setting of the plan, in its order. */
  public static List<CostEstimate> estimates(
      Plan plan, List<Observation> observations, Map<Setting, Stop> stops) {
    var ofSlots = new SlotEstimator(plan, SlotVisit.of(observations));
    var ofCouples = new CostEstimator(plan);
    Map<Setting, List<ProcessSample>> couples =
        ProcessSample.of(observations).stream()
            .collect(Collectors.groupingBy(ProcessSample::setting));
    return plan.settings().parallelStream()
        .map(
            setting -> {
              Stop stop = stops.getOrDefault(setting, Stop.INTERRUPTED);
              return ofSlots.has(setting)
                  ? ofSlots.estimate(setting, stop)
                  : ofCouples.estimate(setting, couples.getOrDefault(setting, List.of()), stop);
            })
        .toList();
  }

  @Override
  public List<Warning> doubts(
      Plan plan, Machine machine, List<Observation> observations, List<Rows> tables) {
    List<CostEstimate> estimates = CostTable.read(plan, tables.get(0), tables.get(1));
    List<Warning> doubts = new ArrayList<>(CostDoubts.of(plan.effort(), estimates));
    SeenCaches.againstL2(machine, ofFirstSubject(estimates))
        .map(against -> Warning.of(WarningCode.CACHES_DOUBTED, against))
        .ifPresent(doubts::add);
    tables.stream()
        .filter(table -> table.title().equals(StateTable.TABLE))
        .forEach(state -> doubts.addAll(CostDoubts.ofState(state)));
    return doubts;
  }

  private static List<CostEstimate> ofFirstSubject(List<CostEstimate> estimates) {
    return estimates.stream()
        .filter(e -> e.point().subject().equals(estimates.getFirst().point().subject()))
        .toList();
  }
}
