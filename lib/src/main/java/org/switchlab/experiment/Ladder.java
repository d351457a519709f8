package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.switchlab.claim.Evidence;
import org.switchlab.estimate.CostAnalysis;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.estimate.CostTable;
import org.switchlab.estimate.PassContrast;
import org.switchlab.estimate.Stop;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Rung;
import org.switchlab.plan.Rung.Scope;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.WorkStep;
import org.switchlab.result.Presentation;
import org.switchlab.result.Result;
import org.switchlab.result.ResultData;
import org.switchlab.sample.Observation;
import org.switchlab.sample.ProcessSample;
import org.switchlab.sample.SwitchWork;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;
import org.switchlab.unit.Plural;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** What a switch costs and executes on each rung from a function call to a switch of processes. */
public final class Ladder extends Result {

  /** Of what was found. */
  public Ladder(ResultData data, Presentation presentation) {
    super(data, presentation);
  }

  /**
   * What one rung of the ladder costs and executes. What was not measured or counted is absent.
   *
   * @param rung which one
   * @param cost its cost, as at any setting without an array
   * @param work what a switch executes, as counted
   */
  public record RungCost(Rung rung, CostEstimate cost, @Nullable SwitchWork work) {

    /** Time of a switch with the message that goes with it, in ns. */
    public @Nullable Double grossNs() {
      Double roundTripNs = cost.roundTripNs();
      return roundTripNs == null ? null : (Double) (roundTripNs / 2);
    }

    /** System calls made for each switch, those that pass the message included. */
    public @Nullable Double syscallsPerSwitch() {
      return work == null ? null : (Double) work.systemCallsPerSwitch();
    }

    /** System calls of the switch alone. */
    public @Nullable Double netSyscallsPerSwitch() {
      return work == null ? null : (Double) work.netSystemCallsPerSwitch();
    }

    /** Instructions executed in user mode for each switch, the message's included. */
    public @Nullable Double userInstructionsPerSwitch() {
      return work == null ? null : work.userInstructionsPerSwitch();
    }
  }

  /**
   * What it costs that a switch changes the address space: the switch between two processes less
   * the switch between two threads, all else equal.
   *
   * @param mechanism how the two sides wait for each other in both
   * @param differenceNs in ns, with the interval of the difference; absent if a side has no samples
   */
  public record AddressSpaceCost(String mechanism, @Nullable Estimate differenceNs) {}

  /** One entry a setting of the plan, from the floor up. */
  public List<RungCost> rungs() {
    Map<String, SwitchWork> work = work();
    return CostTable.read(plan(), rows(), rows(CostTable.PASSES)).stream()
        .map(
            cost -> {
              Rung rung = SwitchLadder.rung(cost.setting());
              return new RungCost(rung, cost, work.get(rung.subject()));
            })
        .toList();
  }

  /**
   * The rung called {@code name}.
   *
   * @throws IllegalArgumentException if it was not measured, listing those that were
   */
  public RungCost rung(String name) {
    List<RungCost> rungs = rungs();
    return rungs.stream()
        .filter(one -> one.rung().name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the rung '%s' was not measured; there are: %s"
                        .formatted(
                            name,
                            rungs.stream()
                                .map(one -> one.rung().name())
                                .collect(Collectors.joining(", ")))));
  }

  /** One entry a mechanism that was measured between threads and between processes. */
  public List<AddressSpaceCost> addressSpaceCosts() {
    return rows(Analysis.ADDRESS_SPACE).rows().stream()
        .map(
            row ->
                new AddressSpaceCost(
                    row.text(Analysis.MECHANISM), row.estimate(Column.ESTIMATE_NAME)))
        .toList();
  }

  /** The raw couples, process by process, in the order measured. */
  public List<ProcessSample> samples() {
    return ProcessSample.of(observations());
  }

  /** What each subject's switch executes, as far as it was counted. */
  private Map<String, SwitchWork> work() {
    return find(WorkStep.TABLE).map(WorkStep::read).orElse(Map.of());
  }

  /** The rung of the paper's Fig. 5 beside that of its Fig. 3. */
  Evidence evidence() {
    return SwitchCosts.evidence(costs(Rung.GTHREAD), this)
        .beside(costs(Rung.PIPE_PROCESS))
        .executing(work());
  }

  /** The cost of a rung under the name of its subject, as claims know it; none if not measured. */
  private List<CostEstimate> costs(String rung) {
    return rungs().stream()
        .filter(one -> one.rung().name().equals(rung))
        .map(one -> one.cost().at(Setting.of("subject", one.rung().subject())))
        .toList();
  }

  /** Costs of rungs beside what their switches execute, and what the address space costs. */
  static final class Analysis extends CostAnalysis {

    /** Title of the table of differences between processes and threads. */
    static final String ADDRESS_SPACE = "addressSpace";

    /** Column of how two sides wait for each other. */
    private static final String MECHANISM = "mechanism";

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
      List<CostEstimate> estimates = estimates(plan, observations, stops);
      Map<String, SwitchWork> work =
          facts.stream()
              .filter(rows -> rows.title().equals(WorkStep.TABLE))
              .findFirst()
              .map(WorkStep::read)
              .orElse(Map.of());
      return List.of(
          rungs(CostTable.of(plan, estimates), work),
          CostTable.passes(plan, estimates),
          addressSpace(plan, estimates));
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
      return cost.has("roundTripNs")
          ? (Double) (cost.number("roundTripNs").orElseThrow() / 2)
          : null;
    }

    /** One row for each mechanism that was measured between threads and between processes. */
    private static Rows addressSpace(Plan plan, List<CostEstimate> costs) {
      List<Rung> all = plan.settings().stream().map(SwitchLadder::rung).toList();
      double level = plan.effort().level();
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
                              PassContrast.difference(at(process, costs), at(thread, costs))
                                  .interval(level)
                                  .orElse(null))));
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

    private static CostEstimate at(Rung rung, List<CostEstimate> costs) {
      return costs.stream()
          .filter(cost -> SwitchLadder.rung(cost.setting()).equals(rung))
          .findFirst()
          .orElseThrow();
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
}
