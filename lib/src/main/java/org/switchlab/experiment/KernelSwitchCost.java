package org.switchlab.experiment;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.switchlab.estimate.CostAnalysis;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Point;
import org.switchlab.plan.Rung;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.CostJudge;
import org.switchlab.procedure.EffortOptions;
import org.switchlab.procedure.PairedVisitor;
import org.switchlab.procedure.Task;
import org.switchlab.procedure.Visits;
import org.switchlab.sample.Couple;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Pivot;
import org.switchlab.table.Rows;
import org.switchlab.unit.Units;

/**
 * Fig. 3: the cost of a context switch between two processes, by array size and stride.
 *
 * <p>Varies the size of the array each process walks between two messages, and the stride of the
 * walk. Measures, per setting, (t_switch / 2 − t_single) / N. Reads: how the cost rises towards
 * L1d, falls, and rises again where two arrays outgrow L2.
 */
public final class KernelSwitchCost {

  /** The measured loop, as the runner names it. */
  static final String SUBJECT = Rung.PIPE_PAIR;

  private static final EffortOptions EFFORT =
      new EffortOptions(Efforts.adaptive(), Efforts.quick(), true);

  /** As data. */
  public static final Experiment<SwitchCosts> EXPERIMENT =
      Experiment.experiment("kernel-switch")
          .alias("fig3")
          .title("Kernel-level context switch by array size and stride")
          .summary("Fig. 3: cost of a switch between two processes by array size and stride")
          .redraws("Fig. 3")
          .vary(Walks.SIZES, Walks.STRIDES)
          .settings(c -> Walks.settings(c.wholes("arrayBytes"), c.wholes("strideBytes")))
          .by(paired(EFFORT, task -> setting -> onOneCpu(setting, task)))
          .estimate(new CostAnalysis())
          .as(SwitchCosts::new)
          .show(CostFigure::of)
          .also("parts", SwitchCosts::partsFigure)
          .tables(KernelSwitchCost::tables)
          .headline(KernelSwitchCost::headline)
          .claim("CS-1", SwitchCosts.check())
          .claim("CS-3", SwitchCosts.check())
          .claim("CS-4", SwitchCosts.check())
          .claim("CS-5", SwitchCosts.check())
          .claim("CS-6", SwitchCosts.check())
          .claim("CS-21", SwitchCosts.check());

  private KernelSwitchCost() {}

  /** Couples of batches, visit by visit, until intervals are narrow. */
  static Visits paired(
      EffortOptions effort, Function<Task, Function<Setting, PairedVisitor.Target>> targets) {
    return new Visits(
        effort,
        Couple.MEASURES,
        task -> PairedVisitor.open(task, targets.apply(task)),
        CostJudge::of);
  }

  /** Both sides on the plan's CPU. */
  static PairedVisitor.Target onOneCpu(Setting setting, Task task) {
    int cpu = task.plan().cpu();
    return new PairedVisitor.Target(Point.of(setting, SUBJECT), cpu, cpu);
  }

  /** Costs by array and stride. */
  static List<Rows> tables(SwitchCosts result) {
    Rows walked = result.ownRows().where(row -> row.whole(Walks.STRIDES.name()) > 0);
    return walked.isEmpty()
        ? List.of(result.ownRows())
        : List.of(Pivot.of(walked, Walks.SIZES.name(), Walks.STRIDES.name(), Column.ESTIMATE_NAME));
  }

  /** The direct cost in one sentence; empty if it was not measured. */
  static String headline(SwitchCosts result) {
    Optional<Estimate> cost = result.direct().map(CostEstimate::switchCostNs);
    return cost.map(
            c -> "Direct cost of one switch: " + Units.interval(c.value(), c.low(), c.high()))
        .orElse("");
  }
}
