package org.switchlab.experiment;

import java.util.List;
import java.util.Optional;
import org.switchlab.estimate.CostAnalysis;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Rung;
import org.switchlab.procedure.EffortOptions;
import org.switchlab.procedure.EffortOptions.Extra;
import org.switchlab.procedure.Stamped;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Pivot;
import org.switchlab.table.Rows;
import org.switchlab.unit.Units;

/**
 * Fig. 3: the cost of a context switch between two processes, by array size and stride.
 *
 * <p>Varies the size of the array each process walks between two messages, and the stride of the
 * walk. Measures, per setting, message, switch and walk of every round. Reads: how the cost rises
 * towards L1d, falls, and rises again where two arrays outgrow L2.
 */
public final class KernelSwitchCost {

  /** The measured loop, as the runner names it. */
  static final String SUBJECT = Rung.PIPE_PAIR;

  private static final EffortOptions EFFORT =
      new EffortOptions(
          Efforts.usual(), Efforts.quick(), Extra.PAPER, Extra.VERDICTS, Extra.ROUNDS);

  /** As data. */
  public static final Experiment<SwitchCosts> EXPERIMENT =
      Experiment.experiment("kernel-switch")
          .alias("fig3")
          .title("Kernel-level context switch by array size and stride")
          .summary("Fig. 3: cost of a switch between two processes by array size and stride")
          .redraws("Fig. 3")
          .vary(Walks.SIZES, Walks.STRIDES)
          .settings(c -> Walks.settings(c.wholes("arrayBytes"), c.wholes("strideBytes")))
          .by(new Stamped(EFFORT, SUBJECT))
          .estimate(new CostAnalysis())
          .as(SwitchCosts::new)
          .reading(SwitchCosts::in)
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
