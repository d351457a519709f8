package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.experiment.Ladder.RungCost;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.LogScale;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.plan.Rung;
import org.switchlab.plan.Rung.Scope;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.EffortOptions;
import org.switchlab.procedure.EffortOptions.Extra;
import org.switchlab.procedure.PairedVisitor;
import org.switchlab.procedure.PairedVisitor.Target;
import org.switchlab.procedure.WorkStep;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;

/**
 * The ladder: what a switch costs from a function call to a switch of processes across CPUs.
 *
 * <p>Varies how two sides switch and how they wait for each other; no array is walked. Measures,
 * per rung, (t_switch / 2 − t_single) / N by couples of batches, and counts system calls. Reads:
 * what each step adds, and what it costs that the address space changes.
 */
public final class SwitchLadder {

  /** Nothing that is measured here is shorter: a tenth of the time of one instruction. */
  private static final double SHORTEST_NS = 0.1;

  /** Vulnerabilities whose mitigations act when the address space, or the mode, changes. */
  private static final List<String> ACTING =
      List.of("meltdown", "spectre_v2", "l1tf", "mds", "vmscape");

  /** What mends that there is only one CPU. */
  static final String ALLOW_SECOND = "allow a second CPU (taskset, cpuset, container settings)";

  /** Which rungs; those that need a second CPU are left out where there is none. */
  static final Factor RUNG =
      Factor.choice("rung", Rung.names())
          .word("rungs")
          .help("Rungs of the ladder, such as call,gthread,pipe-process (default: all).");

  private static final EffortOptions EFFORT =
      new EffortOptions(
          Efforts.usual().withBudgetMs(40_000), Efforts.quick(), Extra.PAPER, Extra.VERDICTS);

  /** As data. */
  public static final Experiment<Ladder> EXPERIMENT =
      Experiment.experiment("switch-ladder")
          .alias("ladder")
          .title("What each step from a function call to a process switch adds")
          .summary("cost and system calls of a switch, from a function call to a process switch")
          .vary(RUNG)
          .settings(SwitchLadder::settings)
          .by(
              PairedVisitor.visits(
                      EFFORT, task -> setting -> target(task.plan(), task.machine(), rung(setting)))
                  // Across CPUs the same loop makes the same calls, as long as every wait sleeps;
                  // couples of which that is not true are rejected by their count of switches.
                  .then(new WorkStep(setting -> Optional.of(rung(setting).subject()))))
          .estimate(new Ladder.Analysis())
          .as(Ladder::new)
          .show(SwitchLadder::figure)
          .tables(SwitchLadder::tables)
          .notes(SwitchLadder::facts)
          .claim("CS-2", SwitchCosts.check(Ladder::evidence));

  private SwitchLadder() {}

  /** The rung that a setting names. */
  static Rung rung(Setting setting) {
    return Rung.named(setting.text(RUNG.name()));
  }

  /** The names of the rungs that a plan was asked for, each once. */
  static List<Object> wanted(Plan plan) {
    return plan.chosen().getOrDefault(RUNG.name(), List.copyOf(Rung.names())).stream()
        .distinct()
        .toList();
  }

  private static List<Setting> settings(Choices choices) {
    boolean canCross = otherCpu(choices.machine(), choices.cpu()).isPresent();
    List<Setting> settings =
        choices.all(RUNG.name()).stream()
            .distinct()
            .map(name -> Setting.of(RUNG.name(), name))
            .filter(setting -> canCross || !rung(setting).scope().isCross())
            .toList();
    if (settings.isEmpty()) {
      throw new IllegalArgumentException(
          "every rung asked for needs a second CPU and this process may use only one: "
              + ALLOW_SECOND);
    }
    return settings;
  }

  /** The subject behind a rung, on the CPUs that its scope asks for. */
  static Target target(Plan plan, Machine machine, Rung rung) {
    int cpu = plan.cpu();
    int peerCpu = rung.scope().isCross() ? otherCpu(machine, cpu).orElse(cpu) : cpu;
    return new Target(Point.direct(rung.subject()), cpu, peerCpu);
  }

  /** Where the other side runs on rungs across CPUs: on another core, if there is one. */
  static OptionalInt otherCpu(Machine machine, int cpu) {
    List<Integer> siblings = machine.topology().siblings(cpu);
    List<Integer> others = machine.allowedCpus().stream().filter(other -> other != cpu).toList();
    return others.stream()
        .filter(other -> !siblings.contains(other))
        .findFirst()
        .or(() -> others.stream().findFirst())
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  /** What the figure does not say of each rung, and what the address space costs. */
  private static List<Rows> tables(Ladder ladder) {
    List<Rows> tables = new ArrayList<>();
    tables.add(
        ladder
            .rows()
            .only(
                RUNG.name(),
                "grossNs",
                "syscallsPerSwitch",
                "netSyscallsPerSwitch",
                "userInstructionsPerSwitch",
                "stop")
            .titled("A switch with its message, and what it executes, counted"));
    Rows difference = ladder.rows(Ladder.Analysis.ADDRESS_SPACE);
    if (!difference.isEmpty()) {
      tables.add(difference.titled("The change of the address space: processes less threads"));
    }
    return tables;
  }

  /** What about the machine decides what a change of the address space costs. */
  private static List<String> facts(Ladder ladder) {
    return ladder.addressSpaceCosts().isEmpty() ? List.of() : facts(ladder.machine());
  }

  /** One fact an entry, as found; unknown facts say so. */
  private static List<String> facts(Machine machine) {
    Boolean tagged = machine.cpu().taggedTlb();
    List<String> facts = new ArrayList<>();
    facts.add(
        "TLB entries tagged by address space (PCID, ASID): "
            + (tagged == null
                ? "not known"
                : tagged
                    ? "yes, so a switch need not flush them"
                    : "no, so a switch flushes them"));
    machine
        .kernel()
        .mitigations()
        .forEach(
            (name, state) -> {
              if (ACTING.contains(name)) {
                facts.add(name + ": " + state);
              }
            });
    return facts;
  }

  /** A row a rung, the floor at the top, on a logarithmic axis: what it costs, and what it adds. */
  private static Figure figure(Ladder ladder) {
    List<RungCost> rungs = ladder.rungs();
    List<String> names = rungs.stream().map(one -> one.rung().name()).toList();
    List<String> notes = rungs.stream().map(SwitchLadder::note).toList();
    return new Figure(
        ladder.heading(Lines.intervals(ladder.rows(), ladder.rows().column(Column.ESTIMATE_NAME))),
        List.of(),
        new Axis(
            "cost of one switch beyond its message (logarithmic)",
            LogScale.of(
                rungs.stream().flatMapToDouble(SwitchLadder::valuesNs).toArray(),
                SHORTEST_NS,
                Unit.NS)),
        new Axis("", new RowScale(names, notes, true)),
        marks(rungs));
  }

  /** A colour a scope; behind them, grey, the time of a switch with its message. */
  private static List<Mark> marks(List<RungCost> rungs) {
    List<Mark> marks = new ArrayList<>();
    List<Dot> gross =
        IntStream.range(0, rungs.size())
            .filter(row -> rungs.get(row).grossNs() != null)
            .mapToObj(row -> Dot.at(Objects.requireNonNull(rungs.get(row).grossNs()), row))
            .toList();
    if (!gross.isEmpty()) {
      Look cross = Look.points(Look.GREY).with(Look.Shape.CROSS);
      marks.add(new Mark.Series("with its message", cross, gross));
    }
    for (Scope scope : Scope.values()) {
      List<Dot> dots =
          IntStream.range(0, rungs.size())
              .filter(row -> rungs.get(row).rung().scope() == scope)
              .mapToObj(row -> dot(rungs.get(row).cost(), row))
              .toList();
      if (dots.stream().anyMatch(Dot::isThere)) {
        marks.add(
            new Mark.Series(
                scope.word(), Look.points(List.of(Scope.values()).indexOf(scope)), dots, true));
      }
    }
    return marks;
  }

  private static String note(RungCost one) {
    Estimate cost = one.cost().switchCostNs();
    String number = cost == null ? Figure.NOTHING : Units.duration(cost.value());
    return RowScale.note(number, one.rung().adds());
  }

  private static Dot dot(CostEstimate cost, int row) {
    return Dot.lying(
        cost.switchCostNs(), row, 1, Plural.of(cost.passes().size(), "pass", "passes"));
  }

  private static DoubleStream valuesNs(RungCost one) {
    Estimate cost = one.cost().switchCostNs();
    Double grossNs = one.grossNs();
    return DoubleStream.concat(
        cost == null
            ? DoubleStream.empty()
            : DoubleStream.of(cost.low(), cost.value(), cost.high()),
        grossNs == null ? DoubleStream.empty() : DoubleStream.of(grossNs));
  }
}
