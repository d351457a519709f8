package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.switchlab.estimate.CostAnalysis;
import org.switchlab.estimate.SampleTable;
import org.switchlab.estimate.Stop;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.EffortOptions;
import org.switchlab.procedure.EffortOptions.Extra;
import org.switchlab.procedure.Stamped;
import org.switchlab.sample.Observation;
import org.switchlab.table.Rows;

/**
 * The direct cost: two processes pass a byte and touch no array.
 *
 * <p>Varies nothing but the process. Measures a leg between the processes less a message to
 * oneself: saving and restoring state, scheduling, kernel code, and no cache refill of the
 * program's own.
 */
public final class DirectCost {

  /** A single setting has time for many processes. */
  private static final EffortOptions EFFORT =
      new EffortOptions(
          Efforts.onePoint(), Efforts.quickOnePoint(), Extra.PAPER, Extra.VERDICTS, Extra.ROUNDS);

  /** As data. */
  public static final Experiment<SwitchCosts> EXPERIMENT =
      Experiment.experiment("direct-cost")
          .alias("stride0")
          .title("Direct cost of a kernel-level context switch")
          .summary("cost of a switch between two processes that touch no array")
          .redraws("Fig. 3")
          .settings(_ -> List.of(Setting.of()))
          .by(new Stamped(EFFORT, KernelSwitchCost.SUBJECT))
          .estimate(new WithSamples())
          .as(SwitchCosts::new)
          .reading(SwitchCosts::in)
          .show(DirectCostFigure::of)
          .tables(_ -> List.of()) // one row, of which headline and figure say the most
          .headline(KernelSwitchCost::headline)
          .claim("CS-1", SwitchCosts.check())
          .claim("CS-21", SwitchCosts.check());

  private DirectCost() {}

  /** The direct cost and, for its distribution, what each accepted sample answers. */
  static final class WithSamples extends CostAnalysis {

    @Override
    public List<Rows> tables(Plan plan, List<Observation> observations, Map<Setting, Stop> stops) {
      List<Rows> tables = new ArrayList<>(super.tables(plan, observations, stops));
      tables.add(SampleTable.of(plan.settings().getFirst(), observations));
      return tables;
    }
  }
}
