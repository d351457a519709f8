package org.switchlab.defect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.switchlab.plan.Point;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.PairedVisitor;
import org.switchlab.procedure.Task;
import org.switchlab.procedure.Visitor;
import org.switchlab.run.RunnerException;
import org.switchlab.run.SeparateRuns;
import org.switchlab.sample.Couple;
import org.switchlab.sample.Observation;
import org.switchlab.warning.Warning;

/** Measures each part of a pass the way its conduct says. */
public final class ConductVisitor implements Visitor {

  /** Li et al. take the best of so many runs. */
  private static final int SEPARATE_RUNS = 3;

  private static final int UNPINNED_RUNS = 3;

  /** A long run is so many batches long: far beyond what a short one sees of the drift. */
  private static final int LONG_FACTOR = 25;

  private final long batchNs;
  private final PairedVisitor inTurn;
  private final SeparateRuns separate;

  private ConductVisitor(long batchNs, PairedVisitor inTurn, SeparateRuns separate) {
    this.batchNs = batchNs;
    this.inTurn = inTurn;
    this.separate = separate;
  }

  /**
   * For the parts of a task's plan.
   *
   * @throws RunnerException if there is no runner for this machine
   */
  public static ConductVisitor open(Task task) throws RunnerException {
    int cpu = task.plan().cpu();
    return new ConductVisitor(
        task.plan().effort().batchNs(),
        PairedVisitor.open(task, setting -> new PairedVisitor.Target(walk(setting), cpu, cpu)),
        SeparateRuns.on(cpu));
  }

  private static Conduct conduct(Setting setting) {
    return Conduct.named(setting.text(Conduct.FACTOR));
  }

  private static Point walk(Setting setting) {
    return Point.of(setting, conduct(setting).subject());
  }

  @Override
  public void visit(Setting setting, int process, long seed, Consumer<Observation> sink)
      throws RunnerException, InterruptedException {
    Point walk = walk(setting);
    List<Couple> couples =
        switch (conduct(setting)) {
          case PAIRED, SHARED_ARRAY -> {
            inTurn.visit(setting, process, seed, sink);
            yield List.of();
          }
          case SEPARATE -> separate.twoProcesses(walk, SEPARATE_RUNS, batchNs, seed);
          case LONG -> separate.oneAfterTheOther(walk, 1, LONG_FACTOR * batchNs, seed);
          case UNPINNED -> separate.unpinned(walk, UNPINNED_RUNS, batchNs, seed);
        };
    couples.forEach(c -> c.observations(setting, process, seed).forEach(sink));
  }

  /** Rights that were refused so far. */
  @Override
  public List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>(inTurn.warnings());
    warnings.addAll(separate.warnings());
    return warnings;
  }
}
