package org.switchlab.procedure;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.switchlab.plan.Effort;
import org.switchlab.plan.Point;
import org.switchlab.plan.Setting;
import org.switchlab.run.NativeRunner;
import org.switchlab.run.ProcessJob;
import org.switchlab.run.Runner;
import org.switchlab.run.RunnerException;
import org.switchlab.sample.Couple;
import org.switchlab.sample.Observation;
import org.switchlab.warning.Warning;

/**
 * Measures couples of batches in a fresh runner process a visit.
 *
 * @param runner the runner
 * @param effort how many couples, and how long
 * @param targets what a setting means to the runner
 */
public record PairedVisitor(Runner runner, Effort effort, Function<Setting, Target> targets)
    implements Visitor {

  /**
   * What the runner is to measure.
   *
   * @param point subject, array, stride and pages
   * @param cpu logical CPU to run on
   * @param peerCpu logical CPU of the other side
   */
  public record Target(Point point, int cpu, int peerCpu) {}

  /**
   * With this machine's runner.
   *
   * @throws RunnerException if there is none for this machine
   */
  public static PairedVisitor open(Task task, Function<Setting, Target> targets)
      throws RunnerException {
    return new PairedVisitor(NativeRunner.create(), task.plan().effort(), targets);
  }

  /** A procedure of such visits, pass by pass. */
  public static Visits visits(
      Visits.EffortChoice howMuch, Function<Task, Function<Setting, Target>> targets) {
    return new Visits(
        howMuch, Couple.MEASURES, task -> open(task, targets.apply(task)), CostJudge::of);
  }

  @Override
  public void visit(Setting setting, int process, long seed, Consumer<Observation> sink)
      throws RunnerException, InterruptedException {
    Target target = targets.apply(setting);
    var job =
        new ProcessJob(
            target.point(),
            process,
            seed,
            effort.repetitions(),
            effort.batchNs(),
            effort.fixedRounds(),
            target.cpu(),
            target.peerCpu());
    runner.measure(job, couple -> couple.observations(setting, process, seed).forEach(sink));
  }

  @Override
  public List<Warning> warnings() {
    return runner.warnings();
  }
}
