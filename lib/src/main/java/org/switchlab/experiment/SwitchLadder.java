package org.switchlab.experiment;

import static org.switchlab.experiment.KernelSwitchCost.paired;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.plan.Rung;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.EffortOptions;
import org.switchlab.procedure.PairedVisitor.Target;
import org.switchlab.procedure.WorkStep;
import org.switchlab.table.Rows;

/**
 * The ladder: what a switch costs from a function call to a switch of processes across CPUs.
 *
 * <p>Varies how two sides switch and how they wait for each other; no array is walked. Measures,
 * per rung, (t_switch / 2 − t_single) / N as for Fig. 3, and counts system calls. Reads: what each
 * step adds, and what it costs that the address space changes.
 */
public final class SwitchLadder {

  /** What mends that there is only one CPU. */
  static final String ALLOW_SECOND = "allow a second CPU (taskset, cpuset, container settings)";

  /** Which rungs; those that need a second CPU are left out where there is none. */
  static final Factor RUNG =
      Factor.choice("rung", Rung.names())
          .word("rungs")
          .help("Rungs of the ladder, such as call,gthread,pipe-process (default: all).");

  private static final EffortOptions EFFORT =
      new EffortOptions(Efforts.adaptive(), Efforts.quick(), true);

  /** As data. */
  public static final Experiment<Ladder> EXPERIMENT =
      Experiment.experiment("switch-ladder")
          .alias("ladder")
          .title("What each step from a function call to a process switch adds")
          .summary("cost and system calls of a switch, from a function call to a process switch")
          .vary(RUNG)
          .settings(SwitchLadder::settings)
          .by(
              paired(EFFORT, task -> setting -> target(task.plan(), task.machine(), rung(setting)))
                  // Across CPUs the same loop makes the same calls, as long as every wait sleeps;
                  // couples of which that is not true are rejected by their count of switches.
                  .then(new WorkStep(setting -> Optional.of(rung(setting).subject()))))
          .estimate(new LadderAnalysis())
          .as(Ladder::new)
          .show(LadderFigure::of)
          .tables(SwitchLadder::tables)
          .notes(SwitchLadder::facts)
          .claim("CS-2", CostChecks.named(Ladder::evidence));

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
    Rows difference = ladder.rows(LadderAnalysis.ADDRESS_SPACE);
    if (!difference.isEmpty()) {
      tables.add(difference.titled("The change of the address space: processes less threads"));
    }
    return tables;
  }

  /** What about the machine decides what a change of the address space costs. */
  private static List<String> facts(Ladder ladder) {
    return ladder.addressSpaceCosts().isEmpty()
        ? List.of()
        : AddressSpaceFacts.of(ladder.machine());
  }
}
