package org.switchlab.experiment;

import static org.switchlab.experiment.KernelSwitchCost.onOneCpu;
import static org.switchlab.experiment.KernelSwitchCost.paired;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.switchlab.estimate.CostAnalysis;
import org.switchlab.estimate.ReferenceFloor;
import org.switchlab.estimate.Stop;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.EffortOptions;
import org.switchlab.procedure.EffortOptions.Extra;
import org.switchlab.sample.Couple;
import org.switchlab.sample.Observation;
import org.switchlab.sample.ProcessSample;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;

/**
 * The direct cost: two processes pass a byte and touch no array.
 *
 * <p>Varies nothing but the process. Measures (t_switch / 2 − t_single) / N: saving and restoring
 * state, scheduling, kernel code, and no cache refill of the program's own.
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
          .by(paired(EFFORT, task -> setting -> onOneCpu(setting, task)))
          .estimate(new WithCouples())
          .as(SwitchCosts::new)
          .show(DirectCostFigure::of)
          .tables(_ -> List.of()) // one row, of which headline and figure say the most
          .headline(KernelSwitchCost::headline)
          .claim("CS-1", SwitchCosts.check())
          .claim("CS-21", SwitchCosts.check());

  private DirectCost() {}

  /** The direct cost and, for its distribution, what each accepted couple answers. */
  static final class WithCouples extends CostAnalysis {

    /** Title of the table of couples. */
    static final String COUPLES = "couples";

    /** Column of the cost that one couple answers. */
    static final String COST = "costNs";

    /** Column that says whether a couple was measured while the machine was quiet. */
    static final String QUIET = "quiet";

    private static final List<Column> COLUMNS =
        List.of(
            Column.count(Observation.PROCESS, "process"),
            Column.count(Observation.REPETITION, "couple"),
            Column.number(COST, Unit.NS, "cost of a switch"),
            Column.flag(QUIET, "quiet"));

    @Override
    public List<Rows> tables(Plan plan, List<Observation> observations, Map<Setting, Stop> stops) {
      List<Rows> tables = new ArrayList<>(super.tables(plan, observations, stops));
      tables.add(couples(ProcessSample.of(observations)));
      return tables;
    }

    /** Rejected couples are left out: what they measured is no cost of a switch. */
    private static Rows couples(List<ProcessSample> processes) {
      var floor = new ReferenceFloor(ReferenceFloor.floorOf(processes).orElse(0));
      List<Row> rows = new ArrayList<>();
      for (ProcessSample process : processes) {
        for (Couple couple : process.couples()) {
          if (couple.denominatorHolds()) {
            rows.add(
                Row.of(
                    Observation.PROCESS,
                    process.process(),
                    Observation.REPETITION,
                    couple.index(),
                    COST,
                    couple.switchCostNs(),
                    QUIET,
                    floor.isQuiet(couple)));
          }
        }
      }
      return new Rows(COUPLES, COLUMNS, rows);
    }
  }
}
