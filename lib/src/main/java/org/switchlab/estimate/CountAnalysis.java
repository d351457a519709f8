package org.switchlab.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.switchlab.counter.CountObservations;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.PhaseCounts;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Observation;
import org.switchlab.table.Rows;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/**
 * What counts say: medians, the curves they make over array size, and how repetitions differ.
 *
 * @param events what the figures show
 * @param spread whether the repetitions' differences are the result, not what they have in common
 */
public record CountAnalysis(List<CounterEvent> events, boolean spread) implements Analysis {

  /** Keeps an immutable copy and refuses a figure of nothing. */
  public CountAnalysis {
    events = List.copyOf(events);
    if (events.isEmpty()) {
      throw new IllegalArgumentException("a counter figure shows no event: name at least one");
    }
  }

  @Override
  public List<Rows> tables(Plan plan, List<Observation> observations, Map<Setting, Stop> stops) {
    List<PhaseCounts> counts = CountObservations.counts(observations);
    double level = plan.effort().level();
    List<Rows> tables = new ArrayList<>();
    tables.add(
        spread
            ? CountTable.repetitions(plan, counts, events)
            : CountTable.medians(plan, counts, events));
    tables.add(CurveTable.of(counts, events, level, plan.seed()));
    if (spread) {
      tables.addAll(SpreadTables.of(counts, events.getFirst(), level, plan.seed()));
    }
    return tables;
  }

  @Override
  public List<Warning> doubts(
      Plan plan, Machine machine, List<Observation> observations, List<Rows> tables) {
    return plan.effort().minProcesses() > 1
        ? List.of()
        : List.of(
            new Warning(
                WarningCode.SINGLE_REPETITION,
                "each count was taken once: nothing tells how far it varies, and verdicts take it"
                    + " as exact",
                "--repetitions 5"));
  }
}
