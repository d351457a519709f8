package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.defect.Conduct;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.run.NativeRunner;
import org.switchlab.run.ProcessJob;
import org.switchlab.run.RunnerException;
import org.switchlab.run.SeparateRuns;
import org.switchlab.sample.Couple;
import org.switchlab.sampling.Passes;
import org.switchlab.warning.Warning;

/** Measures each part of a pass the way its conduct says. */
final class Conducts implements Passes.Measurer {

  /** Li et al. take the best of so many runs. */
  private static final int SEPARATE_RUNS = 3;

  private static final int UNPINNED_RUNS = 3;

  /** A long run is so many batches long: far beyond what a short one sees of the drift. */
  private static final int LONG_FACTOR = 25;

  private final Plan plan;
  private final NativeRunner paired;
  private final SeparateRuns separate;

  private Conducts(Plan plan, NativeRunner paired, SeparateRuns separate) {
    this.plan = plan;
    this.paired = paired;
    this.separate = separate;
  }

  /**
   * For the parts of {@code plan}.
   *
   * @throws RunnerException if there is no runner for this machine
   */
  static Conducts create(Plan plan) throws RunnerException {
    return new Conducts(plan, NativeRunner.create(), SeparateRuns.on(plan.cpu()));
  }

  @Override
  public List<Couple> measure(Point point, int pass, long seed)
      throws RunnerException, InterruptedException {
    long batchNs = plan.protocol().batchNs();
    return switch (Conduct.of(point.subject()).orElseThrow()) {
      case PAIRED, SHARED_ARRAY -> inTurn(point, pass, seed);
      case SEPARATE -> separate.twoProcesses(point, SEPARATE_RUNS, batchNs, seed);
      case LONG -> separate.oneAfterTheOther(point, 1, LONG_FACTOR * batchNs, seed);
      case UNPINNED -> separate.unpinned(point, UNPINNED_RUNS, batchNs, seed);
    };
  }

  private List<Couple> inTurn(Point point, int pass, long seed)
      throws RunnerException, InterruptedException {
    int couples = plan.protocol().couplesPerProcess();
    List<Couple> measured = new ArrayList<>();
    paired.measure(
        new ProcessJob(point, pass, seed, couples, plan.protocol().batchNs(), 0, plan.cpu()),
        measured::add);
    return measured;
  }

  /** Rights that were refused so far. */
  List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>(paired.warnings());
    warnings.addAll(separate.warnings());
    return warnings;
  }
}
