package org.switchlab.experiment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Protocols;
import org.switchlab.plan.Rung;
import org.switchlab.plan.Rungs;
import org.switchlab.result.LadderResult;

/**
 * The ladder: what a switch costs from a function call to a switch of processes across CPUs.
 *
 * <p>Varies how two sides switch and how they wait for each other; no array is walked. Measures,
 * per rung, (t_switch / 2 − t_single) / N as for Fig. 3, and counts system calls. Reads: what each
 * step adds, and what it costs that the address space changes.
 */
public final class SwitchLadder extends Experiment<SwitchLadder> {

  private static final Definition DEFINITION =
      new Definition(
          "switch-ladder",
          List.of("ladder"),
          "What each step from a function call to a process switch adds",
          "",
          "cost and system calls of a switch, from a function call to a process switch",
          List.of("CS-2"));

  static final Entry ENTRY = new Entry(DEFINITION, SwitchLadder::open);

  private final ProtocolChoice choice = new ProtocolChoice(Protocols.adaptive());
  private final Set<Rung> asked = new LinkedHashSet<>();

  private SwitchLadder() {
    super(DEFINITION);
  }

  /** Begins to set one up. */
  public static SwitchLadder open() {
    return new SwitchLadder();
  }

  @Override
  SwitchLadder self() {
    return this;
  }

  @Override
  public SwitchLadder rungs(String... names) {
    if (names.length == 0) {
      throw new IllegalArgumentException("no rung is given: name at least one");
    }
    asked.clear();
    Arrays.stream(names).map(Rungs::named).forEach(asked::add);
    return this;
  }

  @Override
  public SwitchLadder precision(double share) {
    choice.precision(share);
    return this;
  }

  @Override
  public SwitchLadder budget(Duration longest) {
    choice.budget(longest);
    return this;
  }

  @Override
  public SwitchLadder quick() {
    choice.base(Protocols.quick());
    return this;
  }

  @Override
  public SwitchLadder paper(double scale) {
    choice.base(Protocols.paper(scale));
    return this;
  }

  @Override
  Plan plan(Machine machine) {
    int cpu = cpuOn(machine);
    boolean canCross = otherCpu(machine, cpu).isPresent();
    List<Rung> rungs = new ArrayList<>(wanted());
    rungs.removeIf(rung -> rung.scope().isCross() && !canCross);
    if (rungs.isEmpty()) {
      throw new IllegalArgumentException(
          "every rung asked for needs a second CPU and this process may use only one: "
              + LadderRun.ALLOW_SECOND);
    }
    return new Plan(
        definition().name(),
        definition().title(),
        definition().figure(),
        rungs.stream().map(Rung::point).toList(),
        choice.protocol(),
        cpu,
        seedOrDrawn());
  }

  private List<Rung> wanted() {
    return asked.isEmpty() ? Rungs.ALL : List.copyOf(asked);
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

  @Override
  LadderResult run(Machine machine, Plan plan) {
    int missing = wanted().size() - plan.points().size();
    return new LadderRun(definition(), machine, plan, listener(), folder()).result(missing);
  }

  /** As {@link Experiment#run()}. */
  @Override
  public LadderResult run() {
    return (LadderResult) super.run();
  }
}
