package org.switchlab.experiment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.estimate.CostTable;
import org.switchlab.estimate.PassCost;
import org.switchlab.estimate.Stop;
import org.switchlab.machine.Machine;
import org.switchlab.machine.Topology;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.CostJudge;
import org.switchlab.procedure.Measured;
import org.switchlab.procedure.PairedVisitor;
import org.switchlab.procedure.Procedure.Step;
import org.switchlab.procedure.Sampling;
import org.switchlab.procedure.StampedVisitor;
import org.switchlab.procedure.StepClock;
import org.switchlab.procedure.Task;
import org.switchlab.procedure.Visitor;
import org.switchlab.result.Result;
import org.switchlab.result.ResultData;
import org.switchlab.run.Progress;
import org.switchlab.run.Runner;
import org.switchlab.run.RunnerException;
import org.switchlab.sample.Slot;
import org.switchlab.sample.Source;
import org.switchlab.table.Estimate;
import org.switchlab.table.Rows;

/** Results whose costs follow a script: nothing is measured, and the machine is the paper's. */
final class Scripted {

  static final Machine MACHINE = machine(0, 2);

  private static final String WHEN = "2026-01-02T03:04:05Z";

  private Scripted() {}

  /** The paper's machine with two cores of two CPUs each, of which only some are allowed. */
  static Machine machine(Integer... allowedCpus) {
    Machine base = Machine.published();
    var topology =
        new Topology(
            List.of(0, 1, 2, 3),
            List.of(allowedCpus),
            List.of(),
            List.of(List.of(0, 1), List.of(2, 3)),
            List.of(),
            1,
            "on");
    return new Machine(
        base.cpu(),
        topology,
        base.caches(),
        base.tlbs(),
        base.memory(),
        base.kernel(),
        base.frequency(),
        base.virtualization(),
        base.cgroup(),
        base.rights(),
        base.load(),
        base.unreadable());
  }

  /** A run of {@code setup} through {@code runner}, with further steps; its claims are answered. */
  static <R extends Result> R run(Setup<R> setup, Runner runner, Step... steps) {
    Plan plan = setup.plan(MACHINE);
    Task task =
        new Task(plan, MACHINE, setup.choices(MACHINE), seen -> {}, Progress.Listener.SILENT);
    Measured measured = measured(task, runner);
    for (Step step : steps) {
      measured = step.after(task, measured);
    }
    Experiment<R> experiment = setup.experiment();
    List<Rows> tables =
        new ArrayList<>(
            experiment
                .spec()
                .analysis()
                .tables(plan, measured.observations(), measured.stops(), measured.facts()));
    tables.addAll(measured.facts());
    return experiment.judged(
        ResultData.begun(Source.MEASURED, WHEN, MACHINE, plan)
            .with(Source.MEASURED, measured.observations(), tables)
            .withWarnings(measured.warnings()));
  }

  private static Measured measured(Task task, Runner runner) {
    var clock = new StepClock(Duration.ofMillis(20));
    try {
      return new Sampling(task, visitor(task, runner), CostJudge.of(task), clock).run();
    } catch (RunnerException e) {
      throw new AssertionError(e);
    }
  }

  /** Slots or couples, as the plan says. */
  private static Visitor visitor(Task task, Runner runner) {
    Plan plan = task.plan();
    return plan.measures().equals(Slot.MEASURES)
        ? new StampedVisitor(
            runner,
            setting -> new StampedVisitor.Target(point(setting), plan.cpu(), 7_000_000, 1_000_000),
            setting -> 4)
        : new PairedVisitor(
            runner,
            plan.effort(),
            setting -> new PairedVisitor.Target(point(setting), plan.cpu(), 1));
  }

  private static Point point(Setting setting) {
    return setting.has("rung")
        ? Point.direct(setting.text("rung"))
        : Point.of(setting, KernelSwitchCost.SUBJECT);
  }

  /** A result of {@code setup} that says what {@code estimates} do, with further tables. */
  static <R extends Result> R of(
      Setup<R> setup, List<CostEstimate> estimates, Rows... furtherTables) {
    Plan plan = setup.plan(MACHINE);
    List<Rows> tables =
        new ArrayList<>(List.of(CostTable.of(plan, estimates), CostTable.passes(plan, estimates)));
    tables.addAll(List.of(furtherTables));
    return setup
        .experiment()
        .make(
            ResultData.begun(Source.MEASURED, WHEN, MACHINE, plan)
                .with(Source.MEASURED, List.of(), tables));
  }

  /** Passes that say these costs, in ns. */
  static List<PassCost> passes(Double... costsNs) {
    return IntStream.range(0, costsNs.length)
        .mapToObj(i -> new PassCost(i, costsNs[i], costsNs[i], null, null))
        .toList();
  }

  /** An estimate at a setting; absent statistics where there is no cost. */
  static CostEstimate estimate(Setting setting, Estimate cost, Double... passCostsNs) {
    boolean absent = cost == null;
    return new CostEstimate(
        setting,
        cost,
        cost,
        null,
        null,
        absent ? null : (Double) 410.5,
        absent ? null : (Double) (2 * (410.5 + cost.value())),
        passes(passCostsNs),
        absent ? 0 : 80,
        0,
        absent ? 0 : 160_000,
        absent ? 0 : 160_002,
        absent ? Stop.FAILED : Stop.PRECISION);
  }
}
