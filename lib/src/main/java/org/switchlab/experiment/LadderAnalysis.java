package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.switchlab.estimate.CostAnalysis;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.estimate.CostEstimator;
import org.switchlab.estimate.CostTable;
import org.switchlab.estimate.Stop;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Rung;
import org.switchlab.plan.Rung.Scope;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.WorkStep;
import org.switchlab.sample.Observation;
import org.switchlab.sample.ProcessSample;
import org.switchlab.sample.SwitchWork;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;
import org.switchlab.unit.Plural;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** Costs of rungs beside what their switches execute, and what the address space costs. */
final class LadderAnalysis extends CostAnalysis {

  /** Title of the table of differences between processes and threads. */
  static final String ADDRESS_SPACE = "addressSpace";

  /** Column of how two sides wait for each other. */
  static final String MECHANISM = "mechanism";

  private static final List<Column> RUNG =
      List.of(
          Column.text("scope", "scope"),
          Column.text("adds", "adds"),
          Column.mainEstimate(Unit.NS, "cost of a switch"),
          Column.number("grossNs", Unit.NS, "with its message"),
          Column.number("syscallsPerSwitch", Unit.COUNT, "system calls"),
          Column.number("netSyscallsPerSwitch", Unit.COUNT, "beyond the message"),
          Column.number("userInstructionsPerSwitch", Unit.COUNT, "user instructions"));

  private static final List<Column> DIFFERENCE =
      List.of(
          Column.text(MECHANISM, "processes less threads"),
          Column.mainEstimate(Unit.NS, "the change of the address space costs"));

  /** What an interrupted run had seen: nothing was counted yet, for that follows the timing. */
  @Override
  public List<Rows> tables(Plan plan, List<Observation> observations, Map<Setting, Stop> stops) {
    return tables(plan, observations, stops, List.of());
  }

  @Override
  public List<Rows> tables(
      Plan plan, List<Observation> observations, Map<Setting, Stop> stops, List<Rows> facts) {
    List<ProcessSample> samples = ProcessSample.of(observations);
    List<CostEstimate> estimates = estimates(plan, samples, stops);
    Map<String, SwitchWork> work =
        facts.stream()
            .filter(rows -> rows.title().equals(WorkStep.TABLE))
            .findFirst()
            .map(WorkStep::read)
            .orElse(Map.of());
    return List.of(
        rungs(CostTable.of(plan, estimates), work),
        CostTable.processes(plan, estimates),
        addressSpace(plan, samples));
  }

  /** The table of costs with what each rung is and executes, from the floor up. */
  private static Rows rungs(Rows costs, Map<String, SwitchWork> work) {
    List<Column> columns = new ArrayList<>(List.of(costs.column(SwitchLadder.RUNG.name())));
    columns.addAll(RUNG);
    costs.columns().stream()
        .filter(column -> columns.stream().noneMatch(known -> known.name().equals(column.name())))
        .forEach(columns::add);
    return new Rows(
        costs.title(), columns, costs.rows().stream().map(row -> rung(row, work)).toList());
  }

  private static Row rung(Row cost, Map<String, SwitchWork> work) {
    Rung rung = Rung.named(cost.text(SwitchLadder.RUNG.name()));
    SwitchWork counted = work.get(rung.subject());
    return cost.with(
        "scope",
        rung.scope().word(),
        "adds",
        rung.adds(),
        "grossNs",
        half(cost),
        "syscallsPerSwitch",
        counted == null ? null : counted.systemCallsPerSwitch(),
        "netSyscallsPerSwitch",
        counted == null ? null : counted.netSystemCallsPerSwitch(),
        "userInstructionsPerSwitch",
        counted == null ? null : counted.userInstructionsPerSwitch());
  }

  /** Half a round trip: a switch with its message. */
  private static @Nullable Double half(Row cost) {
    return cost.has("roundTripNs") ? (Double) (cost.number("roundTripNs").orElseThrow() / 2) : null;
  }

  /** One row for each mechanism that was measured between threads and between processes. */
  private static Rows addressSpace(Plan plan, List<ProcessSample> samples) {
    CostEstimator estimator = estimator(plan, samples);
    List<Rung> all = plan.settings().stream().map(SwitchLadder::rung).toList();
    List<Row> rows = new ArrayList<>();
    for (Rung thread : all) {
      if (thread.scope() == Scope.THREAD) {
        between(thread, all)
            .ifPresent(
                process ->
                    rows.add(
                        Row.of(
                            MECHANISM,
                            thread.mechanism(),
                            Column.ESTIMATE_NAME,
                            estimator.difference(at(process, samples), at(thread, samples)))));
      }
    }
    return new Rows(ADDRESS_SPACE, DIFFERENCE, rows);
  }

  /** The same mechanism between processes. */
  private static Optional<Rung> between(Rung thread, List<Rung> all) {
    return all.stream()
        .filter(rung -> rung.scope() == Scope.PROCESS)
        .filter(rung -> rung.mechanism().equals(thread.mechanism()))
        .findFirst();
  }

  private static List<ProcessSample> at(Rung rung, List<ProcessSample> samples) {
    return samples.stream()
        .filter(sample -> SwitchLadder.rung(sample.setting()).equals(rung))
        .toList();
  }

  @Override
  public List<Warning> doubts(
      Plan plan, Machine machine, List<Observation> observations, List<Rows> tables) {
    List<Warning> doubts = new ArrayList<>(super.doubts(plan, machine, observations, tables));
    int missing = SwitchLadder.wanted(plan).size() - plan.settings().size();
    if (missing > 0) {
      doubts.add(
          new Warning(
              WarningCode.RUNGS_LEFT_OUT,
              "%s left out: they need two CPUs and this process may use only one"
                  .formatted(Plural.of(missing, "rung is", "rungs are")),
              SwitchLadder.ALLOW_SECOND));
    }
    return doubts;
  }
}
